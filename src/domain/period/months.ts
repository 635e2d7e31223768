import { addDays, monthOf, yearOf, type CivilDate } from './civil.js';

/** The quarters by which the branch publishes its points. */

export type QuarterNumber = 1 | 2 | 3 | 4;

export interface Quarter {
  readonly year: number;
  readonly quarter: QuarterNumber;
}

export function quarterOf(date: CivilDate): Quarter {
  return { year: yearOf(date), quarter: Math.ceil(monthOf(date) / 3) as QuarterNumber };
}

/** The quarter before: the fourth of last year before the first. */
export function previousQuarter({ year, quarter }: Quarter): Quarter {
  return quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: (quarter - 1) as QuarterNumber };
}

/** Months, `YYYY-MM`; they sort as they follow one another. */

export type Month = string;

export function monthIn(date: string): Month {
  return date.slice(0, 7);
}

/** @param month 1 to 12 */
export function monthNamed(year: number, month: number): Month {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** `months` may be negative. Counted, not asked of a calendar: the clock asks at every commit. */
export function monthAfter(month: Month, months = 1): Month {
  const count = yearOf(month) * 12 + monthOf(month) - 1 + months;
  return monthNamed(Math.floor(count / 12), (count % 12) + 1);
}

/** @param day 1 to 28 */
export function dayIn(month: Month, day: number): CivilDate {
  return `${month}-${String(day).padStart(2, '0')}`;
}

export function firstDayOf(month: Month): CivilDate {
  return dayIn(month, 1);
}

export function lastDayOf(month: Month): CivilDate {
  return addDays(firstDayOf(monthAfter(month)), -1);
}

/** First and last month both belong to it. */
interface MonthSpan {
  readonly since: Month;
  readonly last: Month;
}

/** Months in a row are one span. @param months in order */
export function monthSpans(months: readonly Month[]): readonly MonthSpan[] {
  const spans: MonthSpan[] = [];
  for (const month of months) {
    const before = spans.at(-1);
    if (before !== undefined && monthAfter(before.last) === month)
      spans[spans.length - 1] = { since: before.since, last: month };
    else spans.push({ since: month, last: month });
  }
  return spans;
}
