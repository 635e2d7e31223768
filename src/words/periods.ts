import type { Period } from '../domain/notice/period.js';
import type { QuarterNumber } from '../domain/period/quarter.js';
import { monthTitle, quarterTitle } from './dates.js';

/** 2026年三季度, or 2026年9月 where the branch publishes by month */
export function periodTitle({ frequency, year, period, first }: Period): string {
  return frequency === 'monthly'
    ? monthTitle(first)
    : quarterTitle({ year, quarter: period as QuarterNumber });
}
