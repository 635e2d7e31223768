import { remindOfExport } from '../../app/papers/export.js';
import { onceFor } from '../../domain/branch/once-for.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { addDays, weekdayOf, yearOf, type CivilTime } from '../../domain/period/civil.js';
import { nextWorkingDay } from '../../domain/period/working-days.js';
import { lateMorningOf } from '../moments.js';
import { definePush, type Calendar, type Moment } from '../push.js';

const daysOfWeek = 7;
/**
 * Days after the last closing: a branch that has not exported by then does not use the platform, or hears with the next
 * one.
 */
const longestReminding = 28;

interface Week extends Moment {
  readonly since: CivilTime;
  /** The next reminder says the same and more. */
  readonly end: CivilTime;
}

/** The first working day of each week whose Monday lies in the year; a week of holidays has none. */
function weeksOf(year: number, { workingDays }: Calendar): readonly Week[] {
  const weeks: Week[] = [];
  const first = `${year}-01-01`;
  let monday = addDays(first, (daysOfWeek + 1 - weekdayOf(first)) % daysOfWeek);
  for (; yearOf(monday) === year; monday = addDays(monday, daysOfWeek)) {
    const next = addDays(monday, daysOfWeek);
    const day = nextWorkingDay(workingDays, monday);
    if (day < next)
      weeks.push({
        due: lateMorningOf(day),
        since: lateMorningOf(addDays(day, -longestReminding)),
        end: `${next}T00:00:00`,
      });
  }
  return weeks;
}

const closingsOf = onceFor((activities: readonly Activity[]) =>
  activities.flatMap(({ closedAt }) => closedAt ?? []).sort(),
);

/**
 * Each week for four weeks after the branch closed an activity. The job finds what waits, however old, when it runs
 * (SPEC §4), so a change after Monday does not fall due in the past.
 */
export const exportReminders = definePush({
  kind: 'export-reminder',
  dueIn: (year, calendar) =>
    calendar.rulebook.reports.exportReminder === 'never' ? [] : weeksOf(year, calendar),
  worth: ({ end }) => end,
  run: ({ due, since }, { facts }) => {
    const latest = closingsOf(facts.all('activity')).findLast((closedAt) => closedAt < due) ?? '';
    return latest >= since ? { intent: remindOfExport.intent({}) } : undefined;
  },
});
