import type { Facts } from '../branch/facts.js';

/** The last archived year, for replies: whether its result came from a table from before the bot. */
export interface ArchivedYear {
  readonly year: number;
  readonly imported: boolean;
}

export function archivedYear(facts: Facts, year: number | undefined): ArchivedYear | null {
  if (year === undefined) return null;
  const imported = facts
    .of('yearStep', year)
    .some(({ data }) => data.step === 'archive' && data.imported !== undefined);
  return { year, imported };
}

/** Whether a year is archived: from then on nothing of it changes but by a 补正 (annex 1, 考核流程; SPEC §2, which year). */
export function isArchived(facts: Facts, year: number): boolean {
  return facts.of('yearStep', year).some(({ data }) => data.step === 'archive');
}
