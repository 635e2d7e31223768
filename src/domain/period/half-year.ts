/** The half-year that is checked, and the year (source, part two, 4: half-yearly checks, a yearly assessment). */
import { addDays, addMonths, monthOf, yearOf, type CivilDate } from './civil.js';
import { firstDayOf, lastDayOf, monthNamed } from './months.js';

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

/** A half year by the year and half in which its last day lies: 1 ends in the first six months, 2 in the last six. */
export interface HalfYear {
  readonly year: number;
  readonly half: 1 | 2;
}

export function halfNameOf({ last }: Days): HalfYear {
  return { year: yearOf(last), half: monthOf(last) <= 6 ? 1 : 2 };
}

/** The days of a half year; the inverse of `halfNameOf`. */
export function halfYearNamed({ year, half }: HalfYear, checkMonth: number): Days {
  // A half ends in the month before the check, or six months from it.
  const ends = ((checkMonth + 4) % 6) + 1 + (half === 1 ? 0 : 6);
  const last = lastDayOf(monthNamed(year, ends));
  return { first: addMonths(addDays(last, 1), -6), last };
}
