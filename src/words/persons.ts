import type { PersonRef } from '../domain/branch/people.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import { categoryTitle } from './roster.js';

/** 张三, or 张三(窗口党员) where the branch has two of the name. The same words are understood in commands. */
export function personTitle({ name, apart }: PersonRef, rulebook: Rulebook): string {
  if (apart === null) return name;
  switch (apart.by) {
    case 'category':
      return `${name}（${categoryTitle(apart.category, rulebook)}）`;
    case 'group':
      return `${name}（${apart.group}）`;
    case 'number':
      return `${name}（${apart.number}号）`;
  }
}

/** 张三、李四 */
export function personTitles(persons: readonly PersonRef[], rulebook: Rulebook): string {
  return persons.map((person) => personTitle(person, rulebook)).join('、');
}

/** `/`, or `/代 刘老根 ` before a line that the recorder copies for another. */
export function lineLead(entered: PersonRef | null, rulebook: Rulebook): string {
  return entered === null ? '/' : `/代 ${personTitle(entered, rulebook)} `;
}

/** 张三同志 */
export function comrade(person: PersonRef, rulebook: Rulebook): string {
  return `${personTitle(person, rulebook)}同志`;
}
