import { remindOfExport } from '../app/papers/remind-export.js';
import { addDays, dateOf, weekdayOf, yearOf, type CivilTime } from '../domain/period/civil.js';
import { nextWorkingDay } from '../domain/period/working-days.js';
import { onceAYear } from './by-year.js';
import type { Job, Push } from './job.js';

/** After the digest and the publication of the day, like all that is no decision. */
const time = '10:30';
const daysOfWeek = 7;
/** Days after the last closing: who has not exported by then does not use the platform, or is told with the next one. */
const longestReminding = 28;

interface Week {
  readonly due: CivilTime;
  /** The next one tells the same and more. */
  readonly worthUntil: CivilTime;
}

/** The first working day of each week whose Monday lies in the year; a week of holidays has none. */
const weeksOf = onceAYear((year, { workingDays }): readonly Week[] => {
  const weeks: Week[] = [];
  const first = `${String(year)}-01-01`;
  let monday = addDays(first, (daysOfWeek + 1 - weekdayOf(first)) % daysOfWeek);
  for (; yearOf(monday) === year; monday = addDays(monday, daysOfWeek)) {
    const next = addDays(monday, daysOfWeek);
    const day = nextWorkingDay(workingDays, monday);
    if (day < next) weeks.push({ due: `${day}T${time}:00`, worthUntil: `${next}T00:00:00` });
  }
  return weeks;
});

/**
 * Each week for four weeks after the branch has closed an activity; what waits, of whatever age, is found when the job
 * runs (SPEC §4), so that a change after Monday does not fall due on the Monday that is past.
 */
export const exportReminders: Push = (from, to, known) => {
  if (known.rulebook.reports.exportReminder === 'never') return [];
  const closings = known.facts.all('activity').flatMap(({ closedAt }) => closedAt ?? []);
  if (closings.length === 0) return [];
  const jobs: Job[] = [];
  // A week may reach over the end of a year.
  for (let year = yearOf(from) - 1; year <= yearOf(to); year += 1)
    for (const week of weeksOf(year, known))
      if (week.due > from && week.due <= to && closings.some(isRecent(week.due)))
        jobs.push({ kind: 'export-reminder', subject: null, ...week, intent: remindOfExport.intent({}) });
  return jobs;
};

function isRecent(due: CivilTime): (closedAt: CivilTime) => boolean {
  const since = `${addDays(dateOf(due), -longestReminding)}${due.slice(10)}`;
  return (closedAt) => closedAt >= since && closedAt < due;
}
