/** Dues: reminder, who is missing, drafts, ladder. */
import { remindOfStandards } from '../../app/dues/standard.js';
import { onceFor } from '../../domain/branch/once-for.js';
import { membersHere } from '../../domain/branch/people.js';
import { nextWorkingDay } from '../../domain/period/working-days.js';
import { draftMissedDues } from '../../app/dues/draft.js';
import { climbDuesLadder, listMissingDues, remindOfDues } from '../../app/dues/ladder.js';
import type { PushKind } from '../../app/ports/health.js';
import type { Intent } from '../../app/use-case.js';
import type { DuesPayment } from '../../domain/dues/rows.js';
import type { CivilTime } from '../../domain/period/civil.js';
import { dayIn, monthAfter, monthIn, type Month } from '../../domain/period/months.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { monthly, morningOf, type Monthly } from '../moments.js';
import { definePush, type Known, type Push } from '../push.js';

/** After this many months without any payment the branch keeps its dues elsewhere. */
const monthsInUse = 3;

/**
 * A branch without payments for this many months does not use the register, and nobody is reminded: nobody kept those
 * months (SPEC §3, dues).
 */
function inUse({ facts }: Known, { due }: Monthly): boolean {
  const payments = facts.all('dues');
  const since = monthAfter(monthIn(due), -monthsInUse);
  if (latestMonth(payments) < since) return false;
  // The latest come last.
  const found = payments.findLast(
    ({ cancelled, recordedAt, month }) => cancelled !== true && recordedAt < due && month >= since,
  );
  return found !== undefined;
}

const latestMonth = onceFor((payments: readonly DuesPayment[]) =>
  payments.reduce((latest, { month }) => (month > latest ? month : latest), ''),
);

interface MonthOfDues extends Monthly {
  /** When the list of missing payments goes out in the month after. */
  readonly nextList: CivilTime;
}

/** One morning a month, in months in which the register is in use. */
function monthlyInUse<const K extends PushKind>(
  kind: K,
  worth: 'always' | 'untilNextList',
  dayOf: (dues: Rulebook['dues']) => number,
  intent: (month: Month, rulebook: Rulebook) => Intent,
  later?: number,
): Push<K> {
  const months = monthly(({ dues }) => dayOf(dues), later);
  return definePush({
    kind,
    dueIn: (year, calendar): readonly MonthOfDues[] =>
      months(year, calendar).map((moment) => {
        const { rulebook } = calendar;
        const day = dayIn(monthAfter(moment.month), rulebook.dues.missingListDay);
        return { ...moment, nextList: morningOf(day, rulebook) };
      }),
    worth: worth === 'always' ? worth : ({ nextList }) => nextList,
    run: (moment, known) =>
      inUse(known, moment) ? { intent: intent(moment.month, known.rulebook) } : undefined,
  });
}

/** Useful until the list of the month goes out. */
export const duesReminders = monthlyInUse(
  'dues-reminder',
  'untilNextList',
  ({ reminderDay }) => reminderDay,
  (month) => remindOfDues.intent({ month }),
);

export const missingDues = monthlyInUse(
  'dues-missing',
  'untilNextList',
  ({ missingListDay }) => missingListDay,
  (month, { dues }) =>
    listMissingDues.intent({ month: monthAfter(month, -1), draftOn: dayIn(month, dues.draftDay) }),
);

/** Owed however late it comes. */
export const duesDrafts = monthlyInUse(
  'dues-draft',
  'always',
  ({ draftDay }) => draftDay,
  (month) => draftMissedDues.intent({ month: monthAfter(month, -1) }),
);

/** The day after the drafts, when payments can no longer be entered in time. */
export const duesLadder = monthlyInUse(
  'dues-ladder',
  'always',
  ({ draftDay }) => draftDay,
  (month) => climbDuesLadder.intent({ month: monthAfter(month, -1) }),
  1,
);

/** Each January, where amounts are kept: after the first working days, when salaries of the year are known. */
export const duesReviews = definePush({
  kind: 'dues-review',
  dueIn: (year, { rulebook, workingDays }) => {
    const due = morningOf(nextWorkingDay(workingDays, `${year}-01-10`), rulebook);
    return [{ year, due, until: `${year}-02-01T00:00:00` }];
  },
  worth: ({ until }) => until,
  run: ({ year }, { facts }) =>
    membersHere(facts).some(({ monthlyDues }) => monthlyDues !== undefined)
      ? { subject: year, intent: remindOfStandards.intent({ year }) }
      : undefined,
});
