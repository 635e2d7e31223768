import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inGroup, openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;

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

const steps = () => branch.sql<{ count: number }>('SELECT COUNT(*) AS count FROM year_step')[0]?.count;
const ask = async (who: string, text: string) => privately(await branch.say(who, text, 'private'), who);
const vote = '/年度 评定 应到 8 实到 8 同意 8';

/** A deduction of the old year, ruled. */
async function deduct(name: string, grade: string, number: number): Promise<void> {
  await branch.say('赵敏', `/减分 ${name} 22 ${grade} 决定 日期 2026年12月20日`, 'private', ['决定.jpg']);
  expect(await ask('李强', `/确认 ${number} 已听取`)).toContain(`#${number} 已认定`);
}

async function goTo(stage: 'summed' | 'decided' | 'passed' | 'noticed'): Promise<void> {
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

describe('who may', () => {
  const forbidden = {
    '/年度 汇总': ['张三', '郑义', '孙伟', '何平', '林工', '钱进', '陌生人'],
    [vote]: ['张三', '赵敏', '钱进', '郑义', '孙伟', '何平', '林工'],
    '/年度 等次 张三 基本合格 会议决定': ['张三', '赵敏', '钱进', '何平', '林工'],
    '/年度 审核 通过': ['张三', '赵敏', '李强', '钱进', '林工'],
    '/年度 公示': ['张三', '赵敏', '钱进', '何平', '林工'],
    '/年度 归档': ['张三', '赵敏', '钱进', '何平', '林工'],
  };

  it.each([
    ['/年度 汇总', 'open'],
    [vote, 'summed'],
    ['/年度 等次 张三 基本合格 会议决定', 'summed'],
    ['/年度 审核 通过', 'decided'],
    ['/年度 公示', 'passed'],
    ['/年度 归档', 'noticed'],
  ] as const)('GIVEN the wrong person WHEN %s at its time THEN nothing happens', async (text, stage) => {
    branch.moveTo('2027-01-04T10:00:00');
    if (stage !== 'open') await goTo(stage);
    if (stage === 'noticed') branch.moveTo('2027-01-20T10:00:00');
    const before = steps();
    for (const who of forbidden[text]) {
      const heard = await branch.say(who, text, 'private');
      expect(heard.map((one) => one.text).join(), who).not.toBe('');
      expect(steps(), who).toBe(before);
    }
  });

  it('GIVEN the inspector and the supervisor THEN they read where the year stands, and members do not', async () => {
    await goTo('summed');
    for (const who of ['林工', '郑义', '何平', '赵敏', '钱进'])
      expect(await ask(who, '/年度')).toContain('张三 基础100');
    expect(await ask('张三', '/年度')).toContain('这件事由');
  });

  it('GIVEN no secretary THEN a deputy acts for him', async () => {
    await branch.say('何平', '/免职 李强 书记', 'private');
    branch.moveTo('2027-01-04T10:00:00');
    expect(await ask('钱进', '/年度 汇总')).toContain('2026年度汇总（8人）');
    expect(await ask('钱进', vote)).toContain('通过');
  });

  it('GIVEN the secretary himself THEN his tier is recorded by the deputy', async () => {
    await goTo('summed');
    expect(await ask('李强', '/年度 等次 李强 基本合格')).toContain('请副书记');
    expect(await ask('钱进', '/年度 等次 李强 基本合格')).toContain('会议定为基本合格');
    expect(await ask('何平', '/年度 等次 李强 合格')).toContain('由书记办理');
  });
});

describe('in order', () => {
  it('GIVEN the year has not ended THEN no step, on its last day either', async () => {
    branch.moveTo('2026-12-31T23:59:00');
    for (const text of ['/年度 汇总', vote, '/年度 公示', '/年度 归档'])
      expect(await ask('李强', text)).toContain('2026年度到12月31日（周四）才结束');
    expect(steps()).toBe(0);
    branch.moveTo('2027-01-01T00:00:00');
    expect(await ask('李强', '/年度 汇总')).toContain('2026年度汇总');
  });

  it.each([
    ['summed', ['/年度 公示', '/年度 归档'], '/年度 审核 通过', '还没有评定'],
    ['decided', ['/年度 汇总', vote, '/年度 公示', '/年度 归档'], undefined, '待上级审核'],
    ['passed', ['/年度 汇总', vote, '/年度 归档'], '/年度 审核 退回 再看', '待公示'],
    ['noticed', ['/年度 汇总', vote, '/年度 公示'], '/年度 审核 退回 再看', '正在公示'],
  ] as const)(
    'GIVEN %s THEN the other steps are refused and say what comes next',
    async (stage, lines, above, says) => {
      await goTo(stage);
      const before = steps();
      for (const text of lines) expect(await ask('李强', text)).toContain(says);
      if (above !== undefined) expect(await ask('何平', above)).toContain(says);
      expect(await ask('李强', '/年度 等次 张三 基本合格')).toContain(
        stage === 'summed' ? '已记录' : '没有改动',
      );
      expect(steps()).toBe(stage === 'summed' ? (before ?? 0) + 1 : before);
    },
  );

  it('GIVEN a bonus, a deduction and a correction of the year open THEN 评定 lists them; one of the new year does not matter', async () => {
    await deduct('王芳', '警告', 1);
    await branch.say('赵敏', '/加分 张三 8 献血 日期 2026年12月1日', 'private');
    await branch.say('赵敏', '/更正 1 有误', 'private');
    await goTo('summed');
    await branch.say('赵敏', '/加分 张三 8 植树 日期 1月4日', 'private');
    expect(await ask('李强', vote)).toContain('还有2条没有办结：#2、#3');
    await branch.say('赵敏', '/撤回 2', 'private');
    expect(await ask('李强', vote)).toContain('还有1条没有办结：#3');
    expect(await ask('钱进', '/确认 3 已听取')).toContain('已更正 #1');
    const decided = await ask('李强', vote);
    expect(decided).toContain('已按最新积分评定：\n王芳 现100分，建议合格');
    expect(decided).not.toContain('张三 现');
  });

  it('GIVEN the superior returns it THEN 汇总, 等次 and 评定 again; a return wants remarks', async () => {
    await goTo('decided');
    expect(await ask('何平', '/年度 审核 退回')).toContain('退回请写明意见');
    expect(await ask('何平', '/年度 审核 退回 请核实')).toContain('已退回支部');
    expect(await ask('何平', '/年度 审核 通过')).toContain('待重新评定');
    expect(await ask('赵敏', '/年度 汇总')).toContain('2026年度汇总');
    expect(await ask('李强', '/年度 等次 张三 基本合格')).toContain('已记录');
    expect(await ask('李强', vote)).toContain('通过');
    expect(await ask('何平', '/年度')).toContain('评定基本合格');
  });
});

describe('a tier that the score does not carry any more', () => {
  it('GIVEN the meeting chose 合格 and the score then falls to 70 THEN 评定 asks for it anew', async () => {
    await goTo('summed');
    expect(await ask('李强', '/年度 等次 王芳 基本合格')).toContain('已记录');
    await deduct('王芳', '撤销', 1);
    expect(await ask('李强', vote)).toContain('原定的基本合格须重新记录');
    expect(await ask('李强', '/年度 等次 王芳 基本合格')).toContain('请写明理由');
    expect(await ask('李强', '/年度 等次 王芳 基本合格 会议认为可以')).toContain('已记录');
    expect(await ask('李强', vote)).toContain('通过');
  });

  it('GIVEN a correction after the decision THEN 公示 waits until the meeting has decided again', async () => {
    await deduct('王芳', '撤销', 1);
    await goTo('passed');
    await branch.say('赵敏', '/更正 1 有误', 'private');
    const heard = await branch.say('钱进', '/确认 2 已听取', 'private');
    expect(privately(heard, '李强')).toContain('王芳 现100分，建议合格，原定不合格');
    expect(await ask('李强', '/年度 公示')).toContain('/年度 等次 王芳 合格');
    await branch.say('李强', '/年度 等次 王芳 合格', 'private');
    const posted = inGroup(await branch.say('李强', '/年度 公示', 'private'));
    expect(posted).toContain('王芳 基础100 加0 减0 合计100分 合格');
  });

  it('GIVEN a correction that moves no tier THEN nobody is bothered', async () => {
    await deduct('王芳', '警告', 1);
    await goTo('noticed');
    await branch.say('赵敏', '/更正 1 有误', 'private');
    const heard = await branch.say('钱进', '/确认 2 已听取', 'private');
    expect(privately(heard, '李强')).toBe('');
    branch.moveTo('2027-01-12T10:00:00');
    expect(await ask('李强', '/年度 归档')).toContain('已归档');
    const [row] = branch.sql<{ total: number }>('SELECT total FROM year_record WHERE person = 2');
    expect(row?.total).toBe(100);
  });
});

describe('the notice and the archive', () => {
  it('GIVEN a notice THEN no rank, no reason, nobody who is 预备 or retired', async () => {
    await deduct('王芳', '撤销', 1);
    await goTo('summed');
    await branch.say('李强', '/年度 等次 王芳 合格 改正明显', 'private');
    await branch.say('李强', vote, 'private');
    await branch.say('何平', '/年度 审核 通过', 'private');
    const text = inGroup(await branch.say('李强', '/年度 公示'));
    expect(text).toContain('王芳 基础100 加0 减30 合计70分 合格');
    for (const word of ['改正', '名', '吴敏', '郑国', '建议', '理由：']) expect(text).not.toContain(word);
  });

  it('GIVEN day 7 THEN refused; GIVEN day 8 THEN archived, once, and the superior hears it', async () => {
    await goTo('noticed');
    branch.moveTo('2027-01-11T23:59:00');
    expect(await ask('李强', '/年度 归档')).toContain('公示到1月11日（周一）结束');
    branch.moveTo('2027-01-12T00:00:00');
    const heard = await branch.say('李强', '/年度 归档', 'private');
    expect(privately(heard, '何平')).toContain('2026年度党员考核已归档（8人）');
    expect(await ask('李强', '/年度 归档')).toContain('2026年度已经归档');
    expect(branch.sql('SELECT * FROM year_record')).toHaveLength(8);
  });

  it('GIVEN an archived year THEN no points of it, and who is 预备 has a record without a tier', async () => {
    await goTo('noticed');
    branch.moveTo('2027-01-12T10:00:00');
    await branch.say('李强', '/年度 归档', 'private');
    for (const text of ['/加分 张三 8 献血 日期 2026年12月31日', '/减分 张三 20 投诉 日期 2026年12月31日'])
      expect(await ask('赵敏', text)).toContain('2026年度已经归档');
    expect(await ask('赵敏', '/加分 张三 8 献血 日期 1月1日')).toContain('已登记 #1');
    const [none] = branch.sql<{ tier: string | null }>('SELECT tier FROM year_record WHERE person = 4');
    expect(none?.tier).toBeNull();
  });
});

describe('优秀 is never a default (annex 1: it may be given)', () => {
  /** 加分 of ten in the old year: the only one in the first tenth, so a candidate. */
  async function candidate(name: string): Promise<void> {
    const line = `/加分 ${name} 13 市级 优秀党员 日期 2026年12月20日`;
    await branch.say('赵敏', line, 'private', ['证书.jpg']);
    await branch.say(name === '李强' ? '钱进' : '李强', '/确认 1 已听取', 'private');
    await goTo('summed');
  }
  const tiers = async () => {
    await branch.say('何平', '/年度 审核 通过', 'private');
    return inGroup(await branch.say('李强', '/年度 公示', 'private'));
  };

  it('GIVEN a candidate THEN 评定 asks for the meeting’s word, and offers both lines', async () => {
    await candidate('张三');
    const before = steps();
    expect(await ask('李强', vote)).toContain(`${vote} 优秀 张三\n${vote} 优秀 无`);
    expect(steps()).toBe(before);
  });

  it.each([
    ['张三', '张三 基础100 加10 减0 合计110分 优秀'],
    ['无', '张三 基础100 加10 减0 合计110分 合格'],
  ])('WHEN the meeting says 优秀 %s THEN the notice has it', async (named, line) => {
    await candidate('张三');
    await branch.say('李强', `${vote} 优秀 ${named}`, 'private');
    expect(await tiers()).toContain(line);
  });

  it('GIVEN a word on the candidate before THEN 评定 needs no other', async () => {
    await candidate('张三');
    await ask('李强', '/年度 等次 张三 优秀');
    await branch.say('李强', vote, 'private');
    expect(await tiers()).toContain('张三 基础100 加10 减0 合计110分 优秀');
  });

  it('GIVEN the secretary THEN only the deputy says yes of them', async () => {
    await candidate('李强');
    const before = steps();
    expect(await ask('李强', `${vote} 优秀 李强`)).toContain('本人的等次不由本人记录');
    expect(steps()).toBe(before);
    await ask('钱进', '/年度 等次 李强 优秀');
    await branch.say('李强', vote, 'private');
    expect(await tiers()).toContain('李强 基础100 加10 减0 合计110分 优秀');
  });
});
