import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inGroup, ledgerSum, openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;

beforeEach(async () => {
  branch = await openBranch({
    张三: {},
    王芳: {},
    周涛: {},
    赵敏: { offices: ['recorder'] },
    李强: { offices: ['secretary'] },
    钱进: { offices: ['deputySecretary'] },
    吴霞: { offices: ['committeeMember'] },
    郑义: { offices: ['supervisor'] },
    孙伟: { kind: 'mass' },
    何平: { kind: 'superior' },
    林工: { kind: 'inspector' },
  });
});
afterEach(() => branch.close());

const [zhangsan, zhoutao] = [1, 3];
const bonus = (name: string) => branch.say('赵敏', `/加分 ${name} 8 献血`, 'group', ['证.jpg']);
const deduction = (words = '15 一般 迟到') =>
  branch.say('赵敏', `/减分 周涛 ${words}`, 'private', ['考勤.jpg']);

function states(): readonly string[] {
  return branch.sql<{ state: string }>('SELECT state FROM matter ORDER BY number').map(({ state }) => state);
}

describe('who decides', () => {
  it.each(['张三', '王芳', '赵敏', '吴霞', '郑义', '孙伟', '何平', '林工', '陌生人'])(
    'GIVEN a complete bonus WHEN %s confirms, rejects or returns it THEN nothing is decided',
    async (who) => {
      await bonus('张三');
      for (const line of ['/确认 1', '/驳回 1 不实', '/退回 1 请补', '/确认 全部', '/确认 全部 是'])
        await branch.say(who, line);
      expect(states()).toEqual(['open']);
      expect(ledgerSum(branch, zhangsan)).toBe(0);
    },
  );

  it('GIVEN two officers at once WHEN both confirm in the same moment THEN it is decided once', async () => {
    await bonus('张三');
    const heard = await branch.together([
      ['李强', '/确认 1 已听取'],
      ['钱进', '/确认 1 已听取'],
    ]);
    expect(inGroup(heard)).toContain('#1 已认定：张三同志 +3分，现103分。');
    expect(inGroup(heard)).toContain('#1 已经认定（李强同志），不再重复办理。');
    expect(ledgerSum(branch, zhangsan)).toBe(3);
  });

  it('GIVEN one confirms and the other rejects WHEN they do it at once THEN the first holds', async () => {
    await bonus('张三');
    await branch.together([
      ['钱进', '/驳回 1 不实'],
      ['李强', '/确认 1 已听取'],
    ]);
    expect(states()).toEqual(['rejected']);
    expect(ledgerSum(branch, zhangsan)).toBe(0);
  });

  it('GIVEN the same number twice in one line WHEN it is confirmed THEN it counts once', async () => {
    await bonus('张三');
    await branch.say('李强', '/确认 1 1 #1 已听取');
    expect(ledgerSum(branch, zhangsan)).toBe(3);
  });

  it('GIVEN a list of three with one barred and one unknown WHEN it is confirmed THEN each stands alone', async () => {
    await bonus('张三');
    await bonus('李强');
    await bonus('王芳');
    const text = inGroup(await branch.say('李强', '/确认 1 2 3 99 已听取'));
    expect(text.split('\n')).toEqual([
      '#1 已认定：张三同志 +3分，现103分。',
      '#2 是您本人的事项，应由副书记钱进同志认定，已转交。',
      '#3 已认定：王芳同志 +3分，现103分。',
      '没有 #99，请核对编号。发送“/待办”可查看。',
    ]);
    expect(ledgerSum(branch, 5)).toBe(0);
  });
});

describe('what the group hears of a deduction', () => {
  it('GIVEN every step is typed in the group THEN it hears numbers only', async () => {
    const heard = [
      ...(await branch.say('赵敏', '/减分 周涛 15 一般 上班打牌 证明 王芳、孙伟')),
      ...(await branch.say('王芳', '/证明 1')),
      ...(await branch.say('孙伟', '/证明 1')),
      ...(await branch.say('赵敏', '/材料 1 文号 纪检〔2026〕9号')),
      ...(await branch.say('周涛', '/说明 1 当时是午休')),
      ...(await branch.say('李强', '/退回 1 请核对时间')),
      ...(await branch.say('李强', '/确认 1 已听取')),
      ...(await branch.say('赵敏', '/更正 1 时间记错')),
      ...(await branch.say('李强', '/确认 2 已听取')),
      ...(await branch.say('钱进', '/确认 2 已听取')),
      ...(await branch.say('赵敏', '/减分 周涛 15 一般 再次打牌')),
      ...(await branch.say('赵敏', '/撤回 3')),
    ];
    const text = inGroup(heard);
    for (const word of ['周涛', '打牌', '午休', '工作纪律', '−3', '+3', '核对时间', '记错'])
      expect(text).not.toContain(word);
    expect(ledgerSum(branch, zhoutao)).toBe(0);
    expect(branch.sql('SELECT seq FROM ledger_entry')).toHaveLength(2);
  });

  it('GIVEN his deduction is not complete WHEN he asks anything about it THEN he learns nothing', async () => {
    await branch.say('赵敏', '/减分 周涛 15 一般 迟到 证明 王芳、孙伟', 'private');
    const asked = await Promise.all(
      ['/待办', '/积分', '/明细', '/说明 1 我没有', '/撤回 1', '/证明 1'].map((line) =>
        branch.say('周涛', line, 'private'),
      ),
    );
    const text = privately(asked.flat(), '周涛');
    for (const word of ['迟到', '工作纪律', '王芳', '待认定', '−3']) expect(text).not.toContain(word);
  });

  it('GIVEN it is confirmed WHEN the subject looks at his details THEN the witnesses are not named', async () => {
    await branch.say('赵敏', '/减分 周涛 15 一般 迟到 证明 王芳、孙伟', 'private');
    await branch.say('王芳', '/证明 1', 'private');
    await branch.say('孙伟', '/证明 1', 'private');
    await branch.say('李强', '/确认 1 已听取', 'private');
    expect(privately(await branch.say('周涛', '/明细', 'private'), '周涛')).not.toContain('王芳');
    expect(privately(await branch.say('赵敏', '/明细 周涛', 'private'), '赵敏')).toContain('王芳、孙伟');
    expect(ledgerSum(branch, zhoutao)).toBe(-3);
  });
});

describe('the day of the meeting', () => {
  it.each([
    ['19 亲属 上访', -5, false],
    ['19 亲属 ×2 上访', -10, true],
    ['21 失德', -10, true],
    ['15 强烈 旷工', -5, false],
  ])('GIVEN /减分 %s (%i) THEN the ruler is asked for it: %s', async (words, points, asked) => {
    await deduction(words);
    const heard = await branch.say('李强', '/确认 1 已听取');
    expect(inGroup(heard)).toBe('#1 已认定。');
    expect(privately(heard, '李强').includes('会议日期')).toBe(asked);
    expect(ledgerSum(branch, zhoutao)).toBe(points);
  });

  it('GIVEN a confirmed deduction WHEN the ruler adds the day THEN once, and nobody else, and no day to come', async () => {
    await deduction('21 失德');
    await branch.say('李强', '/确认 1 已听取');
    const add = async (who: string, day: string) => inGroup(await branch.say(who, `/确认 1 会议 ${day}`));
    expect(await add('李强', '2026年11月24日')).toContain('还没有到');
    expect(await add('钱进', '11月20日')).toContain('已经认定');
    expect(await add('李强', '11月23日')).toContain('已补记会议日期：11月23日（周一）');
    expect(await add('李强', '11月20日')).toContain('已经认定');
    expect(branch.sql("SELECT no FROM remark WHERE kind = 'meeting'")).toHaveLength(1);
    expect(ledgerSum(branch, zhoutao)).toBe(-10);
  });
});

describe('free texts', () => {
  const lines = (text: string) => [
    ['赵敏', `/加分 王芳 8 ${text}`],
    ['李强', `/退回 1 ${text}`],
    ['周涛', `/说明 1 ${text}`],
    ['赵敏', `/更正 2 ${text}`],
    ['李强', `/驳回 1 ${text}`],
  ];

  it('GIVEN 500 characters, rare ones among them, THEN every text is taken; GIVEN 501 THEN none is', async () => {
    await deduction();
    await bonus('张三');
    await branch.say('李强', '/确认 2 已听取');
    const counts = () =>
      branch.sql<{ n: number }>(
        'SELECT (SELECT COUNT(*) FROM matter) + (SELECT COUNT(*) FROM remark) + (SELECT COUNT(*) FROM ruling) AS n',
      )[0]?.n;
    const start = counts();
    for (const [who = '', line = ''] of lines('𫖯'.repeat(501))) {
      const heard = await branch.say(who, line);
      expect(`${inGroup(heard)}${privately(heard, who)}`).toContain('500字以内');
    }
    expect(counts()).toBe(start);
    for (const [who = '', line = ''] of lines('𫖯'.repeat(500))) await branch.say(who, line);
    expect(counts()).toBe((start ?? 0) + 5);
    expect(ledgerSum(branch, zhangsan)).toBe(3);
  });
});

describe('/待办', () => {
  it('GIVEN three matters THEN each in full; GIVEN four THEN one line a row; GIVEN 22 THEN twenty and a count', async () => {
    const todo = async () => privately(await branch.say('李强', '/待办', 'group'), '李强');
    const add = async (count: number) => {
      for (let index = 0; index < count; index += 1)
        await branch.say('赵敏', `/加分 张三 8 第${index}次${count}`, 'private', ['图.jpg']);
    };
    await add(3);
    expect((await todo()).match(/回复“\/确认 \d+”/gu)).toHaveLength(3);
    await add(1);
    expect((await todo()).split('\n')).toHaveLength(7);
    await add(18);
    expect((await todo()).split('\n')).toHaveLength(24);
    expect(await todo()).toContain('……另有2条');
    expect(ledgerSum(branch, zhangsan)).toBe(0);
  });

  it('GIVEN a named witness WHEN he has not confirmed THEN it stands in his list, and then no more', async () => {
    await branch.say('赵敏', '/加分 张三 8 献血 证明 孙伟、王芳');
    expect(privately(await branch.say('孙伟', '/待办'), '孙伟')).toContain('“/证明 1”');
    await branch.say('孙伟', '/证明 1');
    expect(privately(await branch.say('孙伟', '/待办'), '孙伟')).toBe('目前没有待办。');
  });
});
