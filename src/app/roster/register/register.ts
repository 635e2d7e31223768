import { z } from 'zod';
import { membersHere, whyNotScored } from '../../../domain/branch/people.js';
import { yearOf } from '../../../domain/period/civil.js';
import { keepPrivate } from '../../../domain/private.js';
import { joiningDay } from '../../../domain/roster/particulars.js';
import type { Person } from '../../../domain/roster/rows.js';
import { scoreOf } from '../../../domain/year/table/score.js';
import { keepsPapers } from './readers.js';
import { toSpeaker, withPaper, type PrivateReply } from '../../reply.js';
import { done, useCase, type ActorContext } from '../../use-case.js';
import { rosterLine, rosterReaders } from './show.js';
import { isIn, registerPart, type RegisterPart } from '../../../domain/roster/register-part.js';
import type { RegisterCounts, RegisterLine } from './register-says.js';

/** `/台账 [类别]`: the register of each category (source, part two, 2); always answered in private. */
export const showRegister = useCase({
  name: 'roster.register',
  who: rosterReaders,
  place: 'anywhere',
  input: z.strictObject({ part: registerPart.nullable() }),
  run: (context, { part: wanted }) => {
    const { facts, today } = context;
    const members = membersHere(facts);
    if (wanted === null) {
      const counts = keepPrivate(countsOf(context, members));
      return done({ replies: [withFiles(context, toSpeaker('roster.registerCounts', { counts }), null)] });
    }
    const lines = members
      .filter((person) => isIn(context.rulebook, person, wanted))
      .map((person) => registerLine(context, person));
    const said = { part: wanted, year: yearOf(today), lines: keepPrivate(lines) };
    const reply = toSpeaker('roster.register', said);
    return done({ replies: [lines.length === 0 ? reply : withFiles(context, reply, wanted)] });
  },
});

/** The same as files, for those who keep papers; who only looks on has the words. */
function withFiles(context: ActorContext, reply: PrivateReply, part: RegisterPart | null): PrivateReply {
  if (!keepsPapers(context)) return reply;
  const year = yearOf(context.today);
  return withPaper(reply, { paper: 'register', register: 'members', part, year, quarter: null });
}

function countsOf({ rulebook }: ActorContext, members: readonly Person[]): RegisterCounts {
  const count = (fits: (person: Person) => boolean) => members.filter(fits).length;
  return {
    members: members.length,
    categories: rulebook.categories.map(({ id, inService }) => ({
      category: id,
      inService,
      members: count((person) => person.category === id),
    })),
    probationary: count((person) => person.probationary),
    exempt: count((person) => person.exempt),
  };
}

function registerLine({ facts, rulebook, today }: ActorContext, person: Person): RegisterLine {
  const { exempt } = person;
  const scored = whyNotScored(rulebook, person) === undefined;
  const total = scored ? scoreOf(facts, rulebook, person.id, yearOf(today)).total : null;
  return { ...rosterLine(facts, person), joinedOn: joiningDay(person), exempt, total };
}
