import type { DuesState } from '../../app/dues/says.js';
import { monthOf, yearOf } from '../../domain/period/civil.js';
import { monthSpans } from '../../domain/period/months.js';

/** 1月至10月、12月 */
function monthsText(months: readonly string[]): string {
  return monthSpans(months)
    .map(({ since, last }) =>
      since === last ? `${monthOf(since)}月` : `${monthOf(since)}月至${monthOf(last)}月`,
    )
    .join('、');
}

/** 50, 12.5: 分 as yuan, for a cell of numbers as well */
export function yuan(amount: number): number {
  return amount / 100;
}

/** 已交1月至10月,共500元;未交11月. Only months that the branch kept are ever unpaid. */
export function duesText({ paid, owed }: DuesState, year: number): string {
  const sum = paid.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const unpaid = owed.filter((month) => yearOf(month) === year);
  const head =
    paid.length === 0
      ? '没有登记'
      : `已交${monthsText(paid.map(({ month }) => month))}${sum > 0 ? `，共${yuan(sum)}元` : ''}`;
  return `${head}${unpaid.length === 0 ? '' : `；未交${monthsText(unpaid)}`}`;
}

/** 10月: the last month that is paid without a gap before it in the year; nothing where none is */
export function paidThrough({ paid, owed }: DuesState, year: number): string {
  const firstOwed = owed.find((month) => yearOf(month) === year);
  const last = paid.filter(({ month }) => firstOwed === undefined || month < firstOwed).at(-1);
  return last === undefined ? '' : `${monthOf(last.month)}月`;
}
