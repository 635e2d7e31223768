/** The half-year that is checked, and the year (source, part two, 4: half-yearly checks, a yearly assessment). */
import { addDays, addMonths, yearOf } from './civil.js';
import type { CivilDate } from './civil.js';
import { firstDayOf, monthNamed } from './months.js';

interface Days {
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/**
 * The six months before the month of the check. From that month on the half that has ended, before it the one that
 * runs towards it.
 *
 * @param checkMonth 1 to 12; 7 checks January to June
 */
export function halfYearOf(day: CivilDate, checkMonth: number): Days {
  const check = firstDayOf(monthNamed(yearOf(day), checkMonth));
  const end = day < addMonths(check, -6) ? addMonths(check, -12) : check;
  return { first: addMonths(end, -6), last: addDays(end, -1) };
}

export function yearPeriod(year: number): Days {
  return { first: `${String(year)}-01-01`, last: `${String(year)}-12-31` };
}
