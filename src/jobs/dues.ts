import { draftMissedDues } from '../app/dues/draft.js';
import { climbDuesLadder } from '../app/dues/ladder.js';
import { listMissingDues, remindOfDues } from '../app/dues/remind.js';
import { addDays, dateOf, type CivilTime } from '../domain/period/civil.js';
import { dayIn, monthAfter, monthIn } from '../domain/period/months.js';
import { monthlyAt, type MonthlyTime } from './month-days.js';
import type { Job, Known, Push } from './job.js';

/** So many months without any payment, and the branch keeps its dues elsewhere. */
const monthsInUse = 3;

/**
 * A branch that has entered no payment for so many months does not use the register, and nobody is reminded: months
 * without payments are months nobody kept (SPEC §3, dues).
 */
function inUse({ facts }: Known, due: CivilTime): boolean {
  const since = monthAfter(monthIn(due), -monthsInUse);
  return facts
    .all('dues')
    .some(({ cancelled, recordedAt, month }) => cancelled !== true && recordedAt < due && month >= since);
}

/** One job a month, for months in which the register was in use. */
function monthly(
  dayOf: (dues: Known['rulebook']['dues']) => number,
  jobOf: (time: MonthlyTime, known: Known) => Omit<Job, 'subject' | 'due'>,
): Push {
  return (from, to, known) => {
    const { dues, pushes } = known.rulebook;
    return monthlyAt(dayOf(dues), pushes.digestTime, from, to)
      .filter(({ due }) => inUse(known, due))
      .map((time) => ({ ...jobOf(time, known), subject: null, due: time.due }));
  };
}

/** Worth its words until the list of the month goes out. */
const reminders = monthly(
  ({ reminderDay }) => reminderDay,
  ({ month }, { rulebook }) => ({
    kind: 'dues-reminder',
    worthUntil: `${dayIn(monthAfter(month), rulebook.dues.missingListDay)}T${rulebook.pushes.digestTime}:00`,
    intent: remindOfDues.intent({ month }),
  }),
);

/** Until the list of the month after. */
const missing = monthly(
  ({ missingListDay }) => missingListDay,
  ({ month }, { rulebook }) => ({
    kind: 'dues-missing',
    worthUntil: `${dayIn(monthAfter(month), rulebook.dues.missingListDay)}T${rulebook.pushes.digestTime}:00`,
    intent: listMissingDues.intent({
      month: monthAfter(month, -1),
      draftOn: dayIn(month, rulebook.dues.draftDay),
    }),
  }),
);

/** Owed however late it comes. */
const drafts = monthly(
  ({ draftDay }) => draftDay,
  ({ month }) => ({
    kind: 'dues-draft',
    worthUntil: null,
    intent: draftMissedDues.intent({ month: monthAfter(month, -1) }),
  }),
);

/** The day after the drafts, so that the last chance to enter a payment is over. */
const ladder: Push = (from, to, known) => {
  const { draftDay } = known.rulebook.dues;
  const { digestTime } = known.rulebook.pushes;
  const time = `T${digestTime}:00`;
  return monthlyAt(draftDay, digestTime, `${addDays(dateOf(from), -1)}${from.slice(10)}`, to)
    .map(({ month, due }) => ({ month, due: `${addDays(dateOf(due), 1)}${time}` }))
    .filter(({ due }) => due > from && due <= to && inUse(known, due))
    .map(({ month, due }) => ({
      kind: 'dues-ladder' as const,
      subject: null,
      due,
      worthUntil: null,
      intent: climbDuesLadder.intent({ month: monthAfter(month, -1) }),
    }));
};

/** Dues: reminder, who is missing, drafts, ladder. */
export const duesPushes: readonly Push[] = [reminders, missing, drafts, ladder];
