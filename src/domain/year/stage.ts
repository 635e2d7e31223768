import type { Facts } from '../branch/facts.js';

/** How far the year-end procedure has come (annex 1, 考核流程); `none`: not begun. */
export type YearStage = 'none' | 'summarised' | 'decided' | 'passed' | 'returned' | 'noticed' | 'archived';

/** Read off the steps of the year, the latest one first; single tiers and notices of one member move nothing. */
export function yearStage(facts: Facts, year: number): YearStage {
  let stage: YearStage = 'none';
  for (const { data } of facts.of('yearStep', year)) {
    switch (data.step) {
      case 'summary':
        stage = 'summarised';
        break;
      case 'decision':
        stage = 'decided';
        break;
      case 'audit':
        stage = data.passed ? 'passed' : 'returned';
        break;
      case 'notice':
        stage = 'noticed';
        break;
      case 'archive':
        return 'archived';
      case 'tier':
      case 'memberNotice':
        break;
    }
  }
  return stage;
}
