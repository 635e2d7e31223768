import { put, type Change } from '../../../src/domain/branch/rows.js';
import type { YearStepData } from '../../../src/domain/year/rows.js';
import type { TestBranch } from './test-branch.js';

/** Writes rows as steps of the year would have. */
export async function write(branch: TestBranch, ...changes: readonly Change[]): Promise<void> {
  const { facts, version } = branch.bot.store.snapshot(branch.id);
  const done = await branch.bot.store.commit({
    branch: branch.id,
    version,
    message: { channel: 'scene', messageId: `rows ${facts.next('yearStep')} ${version}` },
    unrecorded: [],
    at: '2027-02-01T09:00:00',
    changes,
    contents: [],
    letters: [],
    audit: null,
    nextDue: null,
  });
  if (done.kind !== 'committed') throw new Error(done.kind);
}

export function yearStep(branch: TestBranch, year: number, data: YearStepData, at: string): Change {
  const id = branch.bot.store.snapshot(branch.id).facts.next('yearStep');
  return put('yearStep', { id, year, at, by: 5, data });
}

export function yearlyNotice(branch: TestBranch, year: number, postedAt: string): Change {
  const { facts } = branch.bot.store.snapshot(branch.id);
  const { entryCount, head } = facts.branch;
  const number = facts.next('notice');
  const shown = { number, kind: 'yearly' as const, year, period: 0, postedAt, postedBy: 5, text: '{}' };
  return put('notice', { ...shown, hash: '', entryCount, head, how: 'group' });
}

export function yearRecord(year: number, person: number, total: number): Change {
  return put('yearRecord', {
    ...{ year, person, base: 100, bonus: total - 100, deductions: 0, uncounted: 0, vetoed: false, total },
    ...{
      tier: 'qualified',
      archivedAt: '2027-02-01T09:00:00',
      rulebook: '2018-18',
      rank: 1,
      scoredMembers: 5,
    },
  });
}
