import { describe, expect, it } from 'vitest';
import { inGroup, privately } from '../support/branch/test-branch.js';
import { ask, beforeTheYearEnds, branch, deduct, goTo, steps, vote } from './step-scene.js';

beforeTheYearEnds();

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
