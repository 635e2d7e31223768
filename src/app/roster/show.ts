import { z } from 'zod';
import { isHere, personOf, refOf } from '../../domain/branch/people.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import type { Person } from '../../domain/roster/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { mayAct } from '../perform.js';
import { done, refuse, toSpeaker, useCase, type ActorContext } from '../use-case.js';
import type { Who } from '../who.js';
import { rosterLine } from './lines.js';
import type { PersonCard } from './says.js';

/** Who sees the whole roster; everybody else sees his own card. */
const rosterReaders: Who = [
  'recorder',
  'secretary',
  'deputySecretary',
  'supervisor',
  'superior',
  'inspector',
];

/** `/党员 [姓名]`: always answered in private. */
export const showRoster = useCase({
  name: 'roster.show',
  who: 'everybody',
  place: 'anywhere',
  input: z.strictObject({ person: z.int().nullable() }),
  run: (context, { person }) => {
    const { facts, actor } = context;
    const reader = mayAct(facts, actor, rosterReaders);
    if (person === null && reader) {
      const members = facts.all('person').filter((one) => one.kind === 'member' && isHere(one));
      const lines = members.map((one) => rosterLine(facts, one));
      return done({ replies: [toSpeaker('roster.list', { lines: keepPrivate(lines) })] });
    }
    if (person !== null && person !== actor.id && !reader) return refuse('roster.notYourCard', {});
    const card = cardOf(context, personOf(facts, person ?? actor.id));
    return done({ replies: [toSpeaker('roster.card', { card: keepPrivate(card) })] });
  },
});

/** `/群众`: the people of the unit who may witness and object. */
export const showMasses = useCase({
  name: 'roster.showMasses',
  who: rosterReaders,
  place: 'anywhere',
  input: z.strictObject({}),
  run: ({ facts }) => {
    const masses = facts.all('person').filter((person) => person.kind === 'mass' && isHere(person));
    const persons = masses.map((person) => refOf(facts, person));
    return done({ replies: [toSpeaker('roster.massList', { persons: keepPrivate(persons) })] });
  },
});

function cardOf({ facts }: ActorContext, person: Person): PersonCard {
  const { exempt, joinedOn, partyJoinedOn, regularOn, phone } = person;
  const bound = accountsOf(facts, person.id).length > 0;
  const dates = { joinedOn, partyJoinedOn, regularOn: regularOn ?? null };
  return { ...rosterLine(facts, person), ...dates, exempt, bound, phone };
}
