/** Months, quarters and years, and runs of months. */
import type { Span } from '../domain/attendance/frequency.js';
import type { Period } from '../domain/notice/period.js';
import { yearOf } from '../domain/period/civil.js';
import { monthSpans, quarterOf } from '../domain/period/months.js';
import { monthTitle, shortMonth } from './dates.js';

const quarters = ['一', '二', '三', '四'] as const;

/** 三季度, where the year is written above */
function shortQuarter(quarter: number): string {
  return `${quarters[quarter - 1] ?? ''}季度`;
}

/** 2026年三季度 */
export function quarterTitle({ year, quarter }: { readonly year: number; readonly quarter: number }): string {
  return `${year}年${shortQuarter(quarter)}`;
}

/** 2026年三季度, or 2026年9月 where the branch publishes by month */
export function periodTitle({ frequency, year, period, first }: Period): string {
  return frequency === 'monthly' ? monthTitle(first) : quarterTitle({ year, quarter: period });
}

/** 2026年度, 2026年三季度: what a table of results is of */
export function yearSpanTitle({
  year,
  quarter,
}: {
  readonly year: number;
  readonly quarter: number | null;
}): string {
  return quarter === null ? `${year}年度` : quarterTitle({ year, quarter });
}

/** 2026年, 2026年三季度: what a paper is of */
export function yearOrQuarter({
  year,
  quarter,
}: {
  readonly year: number;
  readonly quarter: number | null;
}): string {
  return quarter === null ? `${year}年` : quarterTitle({ year, quarter });
}

/** 2026年11月, 2026年四季度, 2026年, 2026年度（2027年1月至3月开）: a span in which something is due once */
export function spanTitle(span: Span): string {
  if (span.season !== undefined) return `${shortSpan(span)}（${monthsSpan(span.season)}开）`;
  const year = `${yearOf(span.first)}年`;
  return span.frequency === 'yearly' ? year : `${year}${shortSpan(span)}`;
}

/** 5月, 二季度, 全年: the report's head has the year. 2026年度: of a meeting that is held for another. */
export function shortSpan({ frequency, first, season }: Span): string {
  if (season !== undefined) return `${season.year}年度`;
  switch (frequency) {
    case 'monthly':
      return shortMonth(first);
    case 'quarterly':
      return shortQuarter(quarterOf(first).quarter);
    case 'yearly':
      return '全年';
  }
}

/** 2026年1月至6月, 2026年11月至2027年1月 */
export function monthsSpan({ since, last }: { readonly since: string; readonly last: string }): string {
  if (since === last) return monthTitle(since);
  const end = yearOf(since) === yearOf(last) ? shortMonth(last) : monthTitle(last);
  return `${monthTitle(since)}至${end}`;
}

/**
 * 2026年1月至10月、12月: months in a row are one span.
 *
 * @param headed the year written above, which is not repeated
 */
export function monthsTitle(months: readonly string[], headed?: number): string {
  let year = headed;
  return monthSpans(months)
    .map((span) => {
      const text = monthsSpan(span);
      const shown = yearOf(span.since) === year ? text.slice(`${year}年`.length) : text;
      year = yearOf(span.last);
      return shown;
    })
    .join('、');
}

/** 连续3个月, 累计3个月: in a row or not */
export function owedCount(months: readonly string[]): string {
  return `${monthSpans(months).length === 1 ? '连续' : '累计'}${months.length}个月`;
}
