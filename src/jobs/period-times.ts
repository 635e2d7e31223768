import { periodAfter, periodNamed, previewAt, publicationAt, type Period } from '../domain/notice/period.js';
import { yearOf, type CivilTime } from '../domain/period/civil.js';
import { rulebookOfYear } from '../domain/rulebook/adopted.js';
import { onceAYear } from './by-year.js';
import type { Known } from './job.js';

interface PeriodTimes {
  readonly period: Period;
  readonly previewAt: CivilTime;
  readonly publicationAt: CivilTime;
}

const timesOf = onceAYear((year, { rulebook, workingDays }): readonly PeriodTimes[] => {
  const times: PeriodTimes[] = [];
  let period = periodNamed(rulebook.publication.frequency, { year, period: 1 });
  for (; period.year === year; period = periodAfter(period))
    times.push({
      period,
      previewAt: previewAt(period, rulebook, workingDays),
      publicationAt: publicationAt(period, rulebook, workingDays),
    });
  return times;
});

/** Every period whose preview or publication may fall into (from, to], in order. */
export function periodTimes(from: CivilTime, to: CivilTime, known: Known): readonly PeriodTimes[] {
  const found: PeriodTimes[] = [];
  // The last period of a year is published in the next.
  for (let year = yearOf(from) - 1; year <= yearOf(to); year += 1) {
    // Each year is published by its own rulebook, its last period too.
    const rulebook = rulebookOfYear(known.facts, known.rulebook, year);
    found.push(...timesOf(year, { rulebook, workingDays: known.workingDays }));
  }
  return found;
}
