/** Turns of phrase that several papers share. A paper is read in other years too, so its dates always name theirs. */
import type { PersonRef } from '../domain/branch/people.js';
import { dateOf, dayOf, monthOf, weekdayOf, yearOf } from '../domain/period/civil.js';
import type { LedgerEntry } from '../domain/points/rows.js';
import { findItem } from '../domain/rulebook/items.js';
import type { Rulebook } from '../domain/rulebook/schema.js';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;
const quarters = ['一', '二', '三', '四'] as const;

/** 2026年11月28日(周六) */
export function dayTitle(date: string): string {
  return `${yearOf(date)}年${shortDay(date)}`;
}

/** 11月28日(周六), where the year stands above */
export function shortDay(date: string): string {
  return `${monthOf(date)}月${dayOf(date)}日(周${weekdays[weekdayOf(dateOf(date)) - 1] ?? ''})`;
}

/** `2026-11` as 2026年11月 */
export function monthTitle(month: string): string {
  return `${yearOf(month)}年${monthOf(month)}月`;
}

/** 三季度 */
export function quarterTitle(quarter: number): string {
  return `${quarters[quarter - 1] ?? ''}季度`;
}

export function categoryTitle(rulebook: Rulebook, category: string | null): string {
  return rulebook.categories.find(({ id }) => id === category)?.label ?? '';
}

/** 张三; 张三(窗口党员) where the branch has two of the name */
export function personTitle({ name, apart }: PersonRef, rulebook: Rulebook): string {
  if (apart === null) return name;
  switch (apart.by) {
    case 'category':
      return `${name}(${categoryTitle(rulebook, apart.category)})`;
    case 'group':
      return `${name}(${apart.group})`;
    case 'number':
      return `${name}(${apart.number}号)`;
  }
}

/** 第13项“受表彰”(市级), with ×2 where it counts more than once */
export function itemTitle(
  rulebook: Rulebook,
  { item, grade, times }: Pick<LedgerEntry, 'item' | 'grade' | 'times'>,
): string {
  const known = findItem(rulebook, item);
  const label = known?.grades.find(({ id }) => id === grade)?.label;
  return `第${item}项“${known?.title ?? ''}”${label === undefined ? '' : `(${label})`}${times > 1 ? `×${times}` : ''}`;
}

/** +3, −20 */
export function signedPoints(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value)}`;
}

/** 第2款“长期不参加组织生活” */
export function groundTitle(rulebook: Rulebook, number: number): string {
  const ground = rulebook.veto.grounds.find((known) => known.number === number);
  return `第${number}款“${ground?.title ?? ''}”`;
}
