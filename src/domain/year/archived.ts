import type { Facts } from '../branch/facts.js';

/** Whether a year is archived: from then on nothing of it changes but by a 补正 (annex 1, 考核流程; SPEC §2, which year). */
export function isArchived(facts: Facts, year: number): boolean {
  return facts.of('yearStep', year).some(({ data }) => data.step === 'archive');
}
