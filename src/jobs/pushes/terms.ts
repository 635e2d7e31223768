/** Terms that end by themselves: probation, and the branch committee's. */
import { remindOfElection, remindOfProbation } from '../../app/roster/terms.js';
import { addMonths } from '../../domain/period/civil.js';
import {
  committeeStart,
  probationaryHere,
  probationStart,
  type TermStart,
} from '../../domain/roster/terms.js';
import { morningOf } from '../moments.js';
import { definePush, type Calendar, type Moment } from '../push.js';

interface TermMoment extends Moment, TermStart {
  readonly end: string;
  readonly until: string | null;
}

/** Mornings so many months after its start, each worth saying until the next. */
function momentsOf(
  { on, inferred }: TermStart,
  months: readonly number[],
  length: number,
  { rulebook }: Calendar,
): readonly TermMoment[] {
  const end = addMonths(on, length);
  const dues = months.map((count) => morningOf(addMonths(on, count), rulebook));
  return dues.map((due, index) => ({ due, on, inferred, end, until: dues[index + 1] ?? null }));
}

/** A month before the year is over, when it is, and each quarter while nothing was decided. */
const probationMonths = [11, 12, 15, 18, 21, 24];

export const probations = definePush({
  kind: 'probation',
  of: ({ facts }) =>
    probationaryHere(facts).flatMap((person) => {
      const start = probationStart(facts, person);
      return start === undefined ? [] : [{ id: person.id, ...start }];
    }),
  dueOf: (start: TermStart & { readonly id: number }, calendar) =>
    momentsOf(start, probationMonths, 12, calendar),
  worth: ({ until }) => until,
  run: ({ end, inferred }, _, { id }) => ({
    subject: id,
    intent: remindOfProbation.intent({ person: id, end, inferred }),
  }),
});

/** Months before the end of a term. */
const electionAhead = 6;

export const elections = definePush({
  kind: 'election',
  of: ({ facts }) => {
    const start = committeeStart(facts);
    return start === undefined ? [] : [start];
  },
  dueOf: (start: TermStart, calendar) => {
    const length = 12 * calendar.rulebook.membership.termYears;
    return momentsOf(start, [length - electionAhead, length], length, calendar);
  },
  worth: ({ until }) => until,
  run: ({ on, end, inferred }) => ({ subject: on, intent: remindOfElection.intent({ end, inferred }) }),
});
