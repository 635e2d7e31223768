import { afterEach, beforeEach, expect } from 'vitest';
import { openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';

/** The branch of the test that is running. */
export let branch: TestBranch;

/** Every test of the file begins three days before the year ends. */
export function beforeTheYearEnds(): void {
  beforeEach(async () => {
    branch = await openBranch(
      {
        张三: {},
        王芳: {},
        周涛: {},
        吴敏: { probationary: true, category: 'new' },
        郑国: { category: 'retired' },
        赵敏: { offices: ['recorder'] },
        李强: { offices: ['secretary'] },
        钱进: { offices: ['deputySecretary'] },
        郑义: { offices: ['supervisor'] },
        孙伟: { kind: 'mass', category: null },
        何平: { kind: 'superior', category: null },
        林工: { kind: 'inspector', category: null },
      },
      '2026-12-28T10:00:00',
    );
  });
  afterEach(() => branch.close());
}

export const steps = () => branch.sql<{ count: number }>('SELECT COUNT(*) AS count FROM year_step')[0]?.count;
export const ask = async (who: string, text: string) =>
  privately(await branch.say(who, text, 'private'), who);
export const vote = '/年度 评定 应到 8 实到 8 同意 8';

/** A deduction of the old year, ruled. */
export async function deduct(name: string, grade: string, number: number): Promise<void> {
  await branch.say('赵敏', `/减分 ${name} 22 ${grade} 决定 日期 2026年12月20日`, 'private', ['决定.jpg']);
  expect(await ask('李强', `/确认 ${number} 已听取`)).toContain(`#${number} 已认定`);
}

export async function goTo(stage: 'summed' | 'decided' | 'passed' | 'noticed'): Promise<void> {
  branch.moveTo('2027-01-04T10:00:00');
  const lines = [
    ['李强', '/年度 汇总'],
    ['李强', vote],
    ['何平', '/年度 审核 通过'],
    ['李强', '/年度 公示'],
  ] as const;
  const last = ['summed', 'decided', 'passed', 'noticed'].indexOf(stage);
  for (const [who, text] of lines.slice(0, last + 1)) {
    const before = steps();
    await branch.say(who, text, 'private');
    expect(steps(), text).toBeGreaterThan(before ?? 0);
  }
}
