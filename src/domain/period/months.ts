/** Months, `YYYY-MM`; they sort as they follow one another. */
import { addDays, addMonths, type CivilDate } from './civil.js';

export type Month = string;

export function monthIn(date: string): Month {
  return date.slice(0, 7);
}

/** `months` may be negative. */
export function monthAfter(month: Month, months = 1): Month {
  return addMonths(`${month}-01`, months).slice(0, 7);
}

export function firstDayOf(month: Month): CivilDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): CivilDate {
  return addDays(addMonths(`${month}-01`, 1), -1);
}
