/**
 * Working days of the country, handed to the domain as a value: the State Council announces holidays
 * and make-up Saturdays year by year, so no rule can compute them.
 */
import { addDays } from './civil.ts';
import type { CivilDate } from './civil.ts';

export interface WorkingDays {
  /** Make-up Saturdays and Sundays count as working days. */
  isWorkingDay(date: CivilDate): boolean;
  /** False for a year whose holidays are not announced here; its answers are then an approximation. */
  knows(year: number): boolean;
}

/** Longer than any holiday; a calendar without a working day for so long is broken. */
const longestSearch = 60;

/** The first working day on or after `date`. */
export function nextWorkingDay(days: WorkingDays, date: CivilDate): CivilDate {
  return search(days, date, 1);
}

/** The last working day strictly before `date`. */
export function previousWorkingDay(days: WorkingDays, date: CivilDate): CivilDate {
  return search(days, addDays(date, -1), -1);
}

/**
 * The `count`th working day after `date`, which itself does not count; before it when `count` is
 * negative. With 0 it is `date`, working day or not.
 */
export function addWorkingDays(days: WorkingDays, date: CivilDate, count: number): CivilDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; left -= 1) day = search(days, addDays(day, step), step);
  return day;
}

function search(days: WorkingDays, from: CivilDate, step: 1 | -1): CivilDate {
  let day = from;
  for (let tried = 0; tried < longestSearch; tried += 1, day = addDays(day, step)) {
    if (days.isWorkingDay(day)) return day;
  }
  throw new Error(`No working day within ${longestSearch} days of ${from}`);
}
