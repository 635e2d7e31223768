/** Turns of phrase that several papers share. */
import type { PersonRef } from '../domain/branch/people.js';
import type { Rulebook } from '../domain/rulebook/schema.js';

const quarters = ['一', '二', '三', '四'] as const;

/** 2026年, 2026年三季度 */
export function periodTitle(year: number, quarter: number | null): string {
  return quarter === null ? `${year}年` : `${year}年${quarterTitle(quarter)}`;
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
