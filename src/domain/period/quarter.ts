/** The quarters by which the branch publishes its points. */
import { addDays, addMonths, monthOf, yearOf } from './civil.ts';
import type { CivilDate } from './civil.ts';

export type QuarterNumber = 1 | 2 | 3 | 4;

export interface Quarter {
  readonly year: number;
  readonly quarter: QuarterNumber;
}

export function quarterOf(date: CivilDate): Quarter {
  return { year: yearOf(date), quarter: Math.ceil(monthOf(date) / 3) as QuarterNumber };
}

/** First and last day, both inside the quarter. */
export function quarterRange(year: number, quarter: QuarterNumber): { first: CivilDate; last: CivilDate } {
  const first = `${String(year)}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
  return { first, last: addDays(addMonths(first, 3), -1) };
}

/** The quarter before: the fourth of last year before the first. */
export function previousQuarter({ year, quarter }: Quarter): Quarter {
  return quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: (quarter - 1) as QuarterNumber };
}
