import type { RosterChange } from '../../domain/roster/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { categoryTitle, departureTitle } from '../words.js';

/** What became of a member's place on the roster, as a dated line tells it; never why. */
export function changeText({ what, before, after }: RosterChange, rulebook: Rulebook): string {
  const label = (category: string | null) => categoryTitle(rulebook, category);
  switch (what) {
    case 'joined':
      return before === null ? `列入名册（${label(after)}）` : `转回本支部（${label(after)}）`;
    case 'category':
      return `${label(before)}改为${label(after)}`;
    case 'group':
      return after === null ? `不再编入${before ?? '党小组'}` : `编入${after}`;
    case 'probationary':
      return after === 'yes' ? '列为预备党员' : '转为正式党员';
    case 'exempt':
      return after === 'yes' ? '不列入积分考核' : '重新列入积分考核';
    case 'left':
      return departureTitle(after);
  }
}
