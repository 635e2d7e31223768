/**
 * Organisational life: progress, frequency, half-year check, report, ladder. The days depend only on calendar and
 * rulebook; the job finds what there is to say, if anything, when it runs.
 */
import { remindOfFrequency, remindOfReport, tellMissed, sendProgress } from '../../app/life/reminders.js';
import { sendHalfYear } from '../../app/life/report.js';
import type { Intent } from '../../app/use-case.js';
import { climbAbsenceLadder } from '../../app/veto/absence-ladder.js';
import { addDays } from '../../domain/period/civil.js';
import {
  dayIn,
  firstDayOf,
  monthAfter,
  monthIn,
  monthNamed,
  type Month,
} from '../../domain/period/months.js';
import { nextWorkingDay } from '../../domain/period/working-days.js';
import { lateMorningOf, midnightOf, monthly, monthsOf, morningOf, openingOf } from '../moments.js';
import { definePush, type Moment } from '../push.js';

/** Day of the month: early enough to call another meeting. */
const frequencyDay = 20;

interface Frequency extends Moment {
  readonly month: Month;
  readonly subject: string;
  readonly intent: Intent;
}

/** What last month missed, on the first working day; what this month still lacks, on the 20th. */
export const frequency = definePush({
  kind: 'frequency',
  dueIn: (year, calendar) =>
    monthsOf(year).flatMap((month): readonly Frequency[] => {
      const last = addDays(firstDayOf(month), -1);
      const day = dayIn(month, frequencyDay);
      return [
        {
          month,
          subject: `missed-${monthIn(last)}`,
          due: openingOf(month, calendar),
          intent: tellMissed.intent({ last }),
        },
        {
          month,
          subject: month,
          due: lateMorningOf(nextWorkingDay(calendar.workingDays, day)),
          intent: remindOfFrequency.intent({ day }),
        },
      ];
    }),
  worth: ({ month }) => midnightOf(monthAfter(month)),
  run: ({ subject, intent }) => ({ subject, intent }),
});

/** After each quarter; useful until the next quarter's. */
export const progress = definePush({
  kind: 'progress',
  dueIn: (year, calendar) =>
    monthsOf(year)
      .filter((_, index) => index % 3 === 0)
      .map((month) => {
        const until = addDays(firstDayOf(month), -1);
        return { month, due: openingOf(month, calendar), until };
      }),
  worth: ({ month }) => midnightOf(monthAfter(month, 3)),
  run: ({ until }) => ({ subject: monthIn(until), intent: sendProgress.intent({ until }) }),
});

export const halfYear = definePush({
  kind: 'half-year',
  dueIn: (year, calendar) => {
    const month = monthNamed(year, calendar.rulebook.reports.halfYearCheckMonth);
    return [{ month, due: openingOf(month, calendar) }];
  },
  worth: ({ month }) => midnightOf(monthAfter(month, 6)),
  run: ({ month }) => ({ subject: month, intent: sendHalfYear.intent({}) }),
});

/** On their own days; a free day only delays them. */
export const reportReminders = definePush({
  kind: 'report-due',
  dueIn: (year, { rulebook: { reports } }) => {
    if (!reports.reportYears.includes(year)) return [];
    const on = `${year}-${reports.reportDue}`;
    return [...reports.remindDaysBefore]
      .sort((one, other) => other - one)
      .map((days) => ({
        on,
        subject: `${year}-${days}`,
        due: lateMorningOf(addDays(on, -days)),
        until: `${addDays(on, 1)}T00:00:00`,
      }));
  },
  worth: ({ until }) => until,
  run: ({ on, subject }) => ({ subject, intent: remindOfReport.intent({ on }) }),
});

/**
 * The ladder of six months without organisational life, on the first of each month for the month before; owed however
 * late it comes. Needs at least one closed activity.
 */
export const absenceLadder = definePush({
  kind: 'absence-ladder',
  dueIn: monthly(() => 1),
  worth: 'always',
  run: ({ month: next, due }, { facts, rulebook }) => {
    if (!facts.all('activity').some(({ closedAt }) => closedAt !== null && closedAt < due)) return undefined;
    const month = monthAfter(next, -1);
    const before = morningOf(firstDayOf(month), rulebook);
    return { intent: climbAbsenceLadder.intent({ month, before }) };
  },
});
