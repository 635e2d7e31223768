import type { CivilTime } from '../domain/period/civil.js';
import { dayIn, monthAfter, monthIn, type Month } from '../domain/period/months.js';

/** One due time in each month. */
export interface MonthlyTime {
  readonly month: Month;
  readonly due: CivilTime;
}

/** The instants in (from, to] that fall on a day (1 to 28) of a month at `time` (`HH:MM`), oldest first. */
export function monthlyAt(day: number, time: string, from: CivilTime, to: CivilTime): readonly MonthlyTime[] {
  const found: MonthlyTime[] = [];
  for (let month = monthIn(from); month <= monthIn(to); month = monthAfter(month)) {
    const due = `${dayIn(month, day)}T${time}:00`;
    if (due > from && due <= to) found.push({ month, due });
  }
  return found;
}
