import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inGroup, ledgerSum, openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;

beforeEach(async () => {
  branch = await openBranch({
    张三: {},
    新同志: { category: 'new', probationary: true },
    赵敏: { offices: ['recorder'] },
    李强: { offices: ['secretary'] },
    钱进: { offices: ['deputySecretary'] },
    郑义: { offices: ['supervisor'] },
    吴霞: { offices: ['committeeMember'] },
    何平: { kind: 'superior' },
    林工: { kind: 'inspector' },
  });
});
afterEach(() => branch.close());

describe('/积分 over two years', () => {
  it('GIVEN deeds of two years WHEN they are confirmed THEN each counts in its own', async () => {
    await branch.say('赵敏', '/加分 张三 8 献血 日期 2025年12月31日', 'group', ['证.jpg']);
    await branch.say('赵敏', '/加分 张三 9 调解 日期 2026年1月1日', 'group', ['证.jpg']);
    await branch.say('李强', '/确认 1 2 已听取');
    expect(inGroup(await branch.say('张三', '/积分'))).toContain('张三 2026年积分：105分');
    expect(inGroup(await branch.say('张三', '/积分 2025'))).toContain('张三 2025年积分：103分');
    for (const line of ['/积分 张三 2025', '/积分 2025 张三', '/积分 2025年 张三'])
      expect(privately(await branch.say('赵敏', line), '赵敏')).toContain('张三 2025年积分：103分');
    expect(privately(await branch.say('张三', '/明细 2025'), '张三')).toContain('2025年12月31日');
    const sums = branch.sql<{ year: number; sum: number }>(
      'SELECT year, SUM(points) AS sum FROM ledger_entry GROUP BY year ORDER BY year',
    );
    expect(sums).toEqual([
      { year: 2025, sum: 3 },
      { year: 2026, sum: 5 },
    ]);
  });

  it('GIVEN a year before he came or one to come THEN it is said', async () => {
    expect(inGroup(await branch.say('张三', '/积分 2024'))).toContain('还不在本支部');
    expect(inGroup(await branch.say('张三', '/积分 2027'))).toContain('还没有到');
  });
});

describe("others' scores", () => {
  it.each(['赵敏', '李强', '钱进', '郑义', '何平', '林工'])(
    'GIVEN %s THEN he sees them, in private',
    async (who) => {
      const heard = await branch.say(who, '/积分 张三');
      expect(privately(heard, who)).toContain('张三 2026年积分：100分');
      expect(inGroup(heard)).toBe('已私信答复您。');
    },
  );

  it.each(['新同志', '吴霞'])('GIVEN %s THEN he does not', async (who) => {
    const heard = await branch.say(who, '/明细 张三');
    expect(`${inGroup(heard)}${privately(heard, who)}`).not.toContain('张三');
  });
});

describe('a probationary member', () => {
  it('THEN his score is marked as for reference', async () => {
    await branch.say('赵敏', '/加分 新同志 8 献血', 'group', ['证.jpg']);
    await branch.say('李强', '/确认 1 已听取');
    expect(inGroup(await branch.say('新同志', '/积分'))).toContain('103分（预备党员，仅供参考）');
    expect(ledgerSum(branch, 2)).toBe(3);
  });
});
