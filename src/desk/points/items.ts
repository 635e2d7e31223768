import { pointsOf } from '../../domain/rulebook/items.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { signed } from '../../words/items.js';

/** Items that are entered by hand, each grade a choice of its own. */
export function itemChoices({ items }: Rulebook) {
  return items
    .filter(({ sources }) => sources.includes('manual'))
    .flatMap((item) => {
      const { number, title, side } = item;
      const grades = item.grades.length === 0 ? [undefined] : item.grades;
      return grades.map((grade) => ({
        ...{ side, item: number, grade },
        label: `第${number}项 ${title}${grade ? `（${grade.label}）` : ''} ${signed(pointsOf(item, grade, 1))}分`,
      }));
    });
}
