import { addMonths, dateOf, type CivilTime } from '../domain/period/civil.js';
import { monthIn, type Month } from '../domain/period/months.js';

/** One due time in each month. */
export interface MonthlyTime {
  readonly month: Month;
  readonly due: CivilTime;
}

/** The instants in (from, to] that fall on a day (1 to 28) of a month at `time` (`HH:MM`), oldest first. */
export function monthlyAt(day: number, time: string, from: CivilTime, to: CivilTime): readonly MonthlyTime[] {
  const found: MonthlyTime[] = [];
  const written = String(day).padStart(2, '0');
  for (let first = `${dateOf(from).slice(0, 7)}-01`; first <= dateOf(to); first = addMonths(first, 1)) {
    const month = monthIn(first);
    const due = `${month}-${written}T${time}:00`;
    if (due > from && due <= to) found.push({ month, due });
  }
  return found;
}
