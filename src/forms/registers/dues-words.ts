import type { DuesState } from '../../app/dues/says.js';
import { yearOf } from '../../domain/period/civil.js';
import { shortMonth } from '../../words/dates.js';
import { yuan } from '../../words/money.js';
import { monthsTitle } from '../../words/periods.js';

/** 50, 12.5: for a cell of numbers, from 分 */
export function inYuan(amount: number): number {
  return amount / 100;
}

/** 已交1月至10月,共500元;未交11月. Only months that the branch kept are ever unpaid. */
export function duesText({ paid, owed }: DuesState, year: number): string {
  const sum = paid.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const unpaid = owed.filter((month) => yearOf(month) === year);
  const head =
    paid.length === 0
      ? '没有登记'
      : `已交${monthsTitle(
          paid.map(({ month }) => month),
          year,
        )}${sum > 0 ? `，共${yuan(sum)}` : ''}`;
  return `${head}${unpaid.length === 0 ? '' : `；未交${monthsTitle(unpaid, year)}`}`;
}

/** 10月: the last month that is paid without a gap before it in the year; nothing where none is */
export function paidThrough({ paid, owed }: DuesState, year: number): string {
  const firstOwed = owed.find((month) => yearOf(month) === year);
  const last = paid.filter(({ month }) => firstOwed === undefined || month < firstOwed).at(-1);
  return last === undefined ? '' : shortMonth(last.month);
}
