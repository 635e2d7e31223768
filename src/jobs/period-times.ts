import { periodAfter, periodNamed, previewAt, publicationAt, type Period } from '../domain/notice/period.js';
import { yearOf, type CivilTime } from '../domain/period/civil.js';
import { rulebookOfYear } from '../domain/rulebook/adopted.js';
import type { WorkingDays } from '../domain/period/working-days.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import type { Known } from './job.js';

interface PeriodTimes {
  readonly period: Period;
  readonly previewAt: CivilTime;
  readonly publicationAt: CivilTime;
}

/**
 * Calendar arithmetic costs milliseconds for a year and is asked for at every commit (`branch.next_due`); it hangs on
 * nothing but rulebook and working days, so it is done once for each year.
 */
const years = new WeakMap<WorkingDays, WeakMap<Rulebook, Map<number, readonly PeriodTimes[]>>>();

/** Every period whose preview or publication may fall into (from, to], in order. */
export function periodTimes(from: CivilTime, to: CivilTime, known: Known): readonly PeriodTimes[] {
  const found: PeriodTimes[] = [];
  // The last period of a year is published in the next.
  for (let year = yearOf(from) - 1; year <= yearOf(to); year += 1) {
    // Each year is published by its own rulebook, its last period too.
    const own = { ...known, rulebook: rulebookOfYear(known.facts, known.rulebook, year) };
    const cached = cacheOf(own);
    let times = cached.get(year);
    if (times === undefined) cached.set(year, (times = timesOf(year, own)));
    found.push(...times);
  }
  return found;
}

function cacheOf({ workingDays, rulebook }: Known): Map<number, readonly PeriodTimes[]> {
  const byRulebook = years.get(workingDays) ?? new WeakMap<Rulebook, Map<number, readonly PeriodTimes[]>>();
  years.set(workingDays, byRulebook);
  const byYear = byRulebook.get(rulebook) ?? new Map<number, readonly PeriodTimes[]>();
  byRulebook.set(rulebook, byYear);
  return byYear;
}

function timesOf(year: number, { rulebook, workingDays }: Known): readonly PeriodTimes[] {
  const times: PeriodTimes[] = [];
  let period = periodNamed(rulebook.publication.frequency, { year, period: 1 });
  for (; period.year === year; period = periodAfter(period))
    times.push({
      period,
      previewAt: previewAt(period, rulebook, workingDays),
      publicationAt: publicationAt(period, rulebook, workingDays),
    });
  return times;
}
