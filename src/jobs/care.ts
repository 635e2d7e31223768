import { remindOfVisits } from '../app/care/remind.js';
import { addDays, yearOf, type CivilDate, type CivilTime } from '../domain/period/civil.js';
import { previousWorkingDay } from '../domain/period/working-days.js';
import { festivalDay, type FestivalName } from '../domain/rulebook/festivals.js';
import { onceAYear } from './by-year.js';
import type { Push } from './job.js';
import { lunarCalendar } from './lunar-calendar.js';

interface Visit {
  readonly festival: FestivalName;
  readonly on: CivilDate;
  readonly due: CivilTime;
}

const visitsOf = onceAYear((year, { rulebook, workingDays }): readonly Visit[] => {
  const { visitsBefore, daysBefore } = rulebook.care;
  return [...new Set(visitsBefore)].flatMap((festival) => {
    const on = festivalDay(festival, year, lunarCalendar);
    if (on === undefined) return [];
    // On the last working day that leaves so many days: what fell on a free day would come late.
    const day = previousWorkingDay(workingDays, addDays(on, 1 - daysBefore));
    return [{ festival, on, due: `${day}T${rulebook.pushes.digestTime}:00` }];
  });
});

/** Visits before the festivals (source, part two, 3): worth arranging until the festival itself. */
const careVisits: Push = (from, to, known) => {
  const jobs = [];
  // The reminder of New Year's Day falls into the year before.
  for (let year = yearOf(from); year <= yearOf(to) + 1; year += 1) {
    for (const { festival, on, due } of visitsOf(year, known)) {
      if (due <= from || due > to) continue;
      const intent = remindOfVisits.intent({ festival, on });
      jobs.push({ kind: 'care-visits' as const, subject: on, due, worthUntil: `${on}T00:00:00`, intent });
    }
  }
  return jobs.sort((one, other) => (one.due < other.due ? -1 : 1));
};

export const carePushes: readonly Push[] = [careVisits];
