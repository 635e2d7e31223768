/** Turns of phrase that several papers share. A paper is read in other years too, so its dates always name theirs. */
import type { PersonRef } from '../domain/branch/people.js';
import { dateOf, dayOf, monthOf, weekdayOf, yearOf } from '../domain/period/civil.js';
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

/** 支部大会 */
export function kindTitle(rulebook: Rulebook, kind: string): string {
  return rulebook.activities.kinds.find(({ id }) => id === kind)?.label ?? '';
}
