import { remindOfVisits } from '../app/care/remind.js';
import { addDays, yearOf, type CivilDate, type CivilTime } from '../domain/period/civil.js';
import { previousWorkingDay, type WorkingDays } from '../domain/period/working-days.js';
import { festivalDay, type FestivalName } from '../domain/rulebook/festivals.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import type { Known, Push } from './job.js';
import { lunarCalendar } from './lunar-calendar.js';

interface Visit {
  readonly festival: FestivalName;
  readonly on: CivilDate;
  readonly due: CivilTime;
}

/** Calendar arithmetic hangs on nothing but rulebook and working days: done once for each year. */
const years = new WeakMap<WorkingDays, WeakMap<Rulebook, Map<number, readonly Visit[]>>>();

/** Visits before the festivals (source, part two, 3): worth arranging until the festival itself. */
const careVisits: Push = (from, to, known) => {
  const cached = cacheOf(known);
  const jobs = [];
  // The reminder of New Year's Day falls into the year before.
  for (let year = yearOf(from); year <= yearOf(to) + 1; year += 1) {
    let visits = cached.get(year);
    if (visits === undefined) cached.set(year, (visits = visitsOf(year, known)));
    for (const { festival, on, due } of visits) {
      if (due <= from || due > to) continue;
      const intent = remindOfVisits.intent({ festival, on });
      jobs.push({ kind: 'care-visits' as const, subject: on, due, worthUntil: `${on}T00:00:00`, intent });
    }
  }
  return jobs.sort((one, other) => (one.due < other.due ? -1 : 1));
};

export const carePushes: readonly Push[] = [careVisits];

function visitsOf(year: number, { rulebook, workingDays }: Known): readonly Visit[] {
  const { visitsBefore, daysBefore } = rulebook.care;
  return [...new Set(visitsBefore)].flatMap((festival) => {
    const on = festivalDay(festival, year, lunarCalendar);
    if (on === undefined) return [];
    // On the last working day that leaves so many days: what fell on a free day would come late.
    const day = previousWorkingDay(workingDays, addDays(on, 1 - daysBefore));
    return [{ festival, on, due: `${day}T${rulebook.pushes.digestTime}:00` }];
  });
}

function cacheOf({ workingDays, rulebook }: Known): Map<number, readonly Visit[]> {
  const byRulebook = years.get(workingDays) ?? new WeakMap<Rulebook, Map<number, readonly Visit[]>>();
  years.set(workingDays, byRulebook);
  const byYear = byRulebook.get(rulebook) ?? new Map<number, readonly Visit[]>();
  byRulebook.set(rulebook, byYear);
  return byYear;
}
