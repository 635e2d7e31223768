import type { Facts } from '../../../domain/branch/facts.js';
import {
  isHere,
  officesOf,
  refById,
  refOf,
  membersHere,
  personOf,
  type PersonRef,
} from '../../../domain/branch/people.js';
import type { Person } from '../../../domain/roster/rows.js';
import type { RosterLine, PersonCard } from '../says.js';
import { z } from 'zod';
import { countedActivities, progressOf } from '../../../domain/attendance/quota.js';
import { yearOf } from '../../../domain/period/civil.js';
import { accountsOf } from '../../../domain/roster/accounts.js';
import { awayNow } from '../../../domain/roster/away.js';
import { decisionOf, historyOf } from '../../../domain/roster/changes.js';
import { joiningDay } from '../../../domain/roster/particulars.js';
import { keepPrivate } from '../../../domain/private.js';
import { mayAct } from '../../perform.js';
import { toSpeaker } from '../../reply.js';
import { done, refuse, useCase, type ActorContext } from '../../use-case.js';
import { withDeparture } from './departed.js';
import type { Who } from '../../who.js';

/** A person in a list of the roster. */
export function rosterLine(facts: Facts, person: Person): RosterLine {
  const { kind, category, probationary, group } = person;
  const offices = officesOf(facts, person.id).map(({ office }) => office);
  return { person: refOf(facts, person), kind, category, probationary, group, offices };
}

/** Present namesakes, with what tells them apart. */
export function namesakes(facts: Facts, person: Person): readonly PersonRef[] {
  return facts
    .all('person')
    .filter((other) => isHere(other) && other.name === person.name && other.id !== person.id)
    .map((other) => refOf(facts, other));
}

/** Who sees the whole roster; all others see their own card. */
export const rosterReaders: Who = [
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
      const members = membersHere(facts);
      const lines = members.map((one) => rosterLine(facts, one));
      return done({ replies: [toSpeaker('roster.list', { lines: keepPrivate(lines) })] });
    }
    if (person !== null && person !== actor.id && !reader) return refuse('roster.notYourCard', {});
    const subject = personOf(facts, person ?? actor.id);
    const card = toSpeaker('roster.card', { card: keepPrivate(cardOf(context, subject)) });
    return done({ replies: [withDeparture(context, card, subject, person !== null)] });
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

function cardOf(context: ActorContext, person: Person): PersonCard {
  const { facts } = context;
  const { exempt, partyJoinedOn, regularOn, phone, transferLetter, life } = person;
  const accounts = isHere(person) ? accountsOf(facts, person.id).length : null;
  const dates = { joinedOn: joiningDay(person), partyJoinedOn, regularOn: regularOn ?? null };
  const kept = { progress: progressThisYear(context, person), history: datedHistory(facts, person) };
  // An inspector looks at the branch, not at how to reach somebody or when they were born.
  const isOutside = context.actor.kind === 'inspector';
  const { bornOn: _bornOn, ...withoutBirth } = life ?? {};
  const isTold = ({ field }: { readonly field: string }) =>
    !isOutside || (field !== 'phone' && field !== 'bornOn');
  return {
    ...rosterLine(facts, person),
    ...dates,
    ...kept,
    putRight: (person.putRight ?? [])
      .filter(isTold)
      .map((change) => ({ ...change, by: refById(facts, change.by) })),
    life: isOutside ? withoutBirth : life,
    exempt,
    accounts,
    phone: isOutside ? null : phone,
    away: awayNow(person) ?? null,
    letter: transferLetter ?? null,
  };
}

function datedHistory(facts: Facts, person: Person): PersonCard['history'] {
  return historyOf(facts, person).map((change) => {
    const matter = decisionOf(facts, change);
    if (matter === undefined || change.by === null) return { ...change, decided: null };
    const { number, proposer } = matter;
    const [proposed, ruled] = [refById(facts, proposer), refById(facts, change.by)];
    return { ...change, decided: { number, proposer: proposed, ruler: ruled } };
  });
}

function progressThisYear({ facts, rulebook, today }: ActorContext, person: Person): PersonCard['progress'] {
  if (countedActivities(facts, rulebook, today).length === 0) return null;
  const progress = progressOf(facts, rulebook, person, today);
  if (progress === undefined) return null;
  const { quota, attended, hours } = progress;
  return { year: yearOf(today), quota, attended, hours };
}
