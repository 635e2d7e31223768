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
    郑义: { offices: ['supervisor'] },
    孙伟: { kind: 'mass', category: null },
    何平: { kind: 'superior', category: null },
    林工: { kind: 'inspector', category: null },
  });
});
afterEach(() => branch.close());

const whisper = (who: string, text: string, files: readonly string[] = []) =>
  branch.say(who, text, 'private', files);
const told = async (who: string, text: string) => privately(await whisper(who, text), who);
const remarks = () => branch.sql("SELECT no FROM remark WHERE kind = 'supervision'").length;

describe('the supervisor', () => {
  it('GIVEN a complete matter WHEN he remarks THEN the ruler hears it at once and finds it again, and nobody else', async () => {
    await whisper('赵敏', '/减分 周涛 15 一般 迟到', ['考勤.jpg']);
    const heard = await whisper('郑义', '/监督 1 请核对签到');
    expect(privately(heard, '郑义')).toBe('#1 您的意见已记下，已转认定人。');
    expect(privately(heard, '李强')).toContain('监督员意见：请核对签到');
    expect(await told('李强', '/待办')).toContain('监督员意见：请核对签到');
    for (const who of ['赵敏', '周涛']) expect(await told(who, '/待办')).not.toContain('请核对签到');
    await whisper('李强', '/确认 1 已听取');
    expect(await told('郑义', '/监督 1 再核对')).toContain('#1 已经办结');
    expect(remarks()).toBe(1);
  });

  it('GIVEN a matter without its proof WHEN he remarks THEN the ruler sees it once the proof is there', async () => {
    await branch.say('赵敏', '/加分 张三 8 献血');
    const heard = await whisper('郑义', '/监督 1 请看原件');
    expect(privately(heard, '李强')).toBe('');
    expect(privately(await branch.say('赵敏', '/材料 1', 'group', ['证.jpg']), '李强')).toContain(
      '监督员意见：请看原件',
    );
  });

  it('GIVEN his own matter, somebody else, the group or no matter THEN it is refused and nothing is kept', async () => {
    await branch.say('赵敏', '/加分 郑义 8 献血', 'group', ['证.jpg']);
    await branch.say('赵敏', '/加分 张三 8 献血 证明 郑义、王芳');
    await branch.say('郑义', '/申报 9 调解');
    await whisper('赵敏', '/减分 郑义 15 一般 迟到 证明 王芳、孙伟');
    for (const number of [1, 2, 3])
      expect(await told('郑义', `/监督 ${number} 没问题`)).toContain('与您本人有关，不由您监督');
    expect(await told('郑义', '/监督 4 没问题')).toBe('没有 #4，请核对编号。发送“/待办”可查看。');
    expect(await told('郑义', '/监督 99 没问题')).toBe('没有 #99，请核对编号。发送“/待办”可查看。');
    for (const who of ['张三', '赵敏', '李强', '何平', '林工']) await whisper(who, '/监督 2 没问题');
    expect(inGroup(await branch.say('郑义', '/监督 2 没问题'))).toContain('请私聊机器人办理');
    expect(await told('郑义', `/监督 2 ${'长'.repeat(501)}`)).toContain('500字以内');
    expect(remarks()).toBe(0);
  });

  it('GIVEN others WHEN he asks THEN he sees their scores and details', async () => {
    await branch.say('赵敏', '/加分 张三 8 献血', 'group', ['证.jpg']);
    await branch.say('李强', '/确认 1 已听取');
    expect(await told('郑义', '/积分 张三')).toContain('张三 2026年积分：103分');
    expect(await told('郑义', '/明细 张三')).toContain('#1 李强认定');
  });
});

describe("the recorder's own record", () => {
  it('GIVEN she was absent and closes the activity herself THEN the secretary rules, and she cannot take it back or correct it', async () => {
    branch.moveTo('2026-11-23T09:00:00');
    await branch.say('李强', '/活动 支部大会 11月24日15:00 三楼');
    branch.moveTo('2026-11-24T17:00:00');
    await branch.say('赵敏', '/点名 支部大会 全到 除 赵敏');
    await branch.say('赵敏', '/结束 支部大会');
    expect(await told('赵敏', '/撤回 1')).toContain('由考勤生成');
    expect(await told('赵敏', '/确认 1 已听取')).toContain('由书记、副书记');
    expect(await told('李强', '/待办')).toContain('赵敏 第16项');
    await whisper('李强', '/确认 1 已听取');
    expect(await told('赵敏', '/更正 1 我到了')).toContain('本人的事项不由本人提出更正');
    expect(await told('赵敏', '/异议 1 我到了')).toContain('已登记 #2');
    expect(ledgerSum(branch, 4)).toBe(-3);
  });
});

describe('the inspector', () => {
  it('THEN he reads scores, roster, state and audit', async () => {
    await branch.say('赵敏', '/加分 张三 8 献血', 'group', ['证.jpg']);
    await branch.say('李强', '/确认 1 已听取');
    expect(await told('林工', '/积分 张三')).toContain('103分');
    expect(await told('林工', '/明细 张三')).toContain('#1 李强认定');
    expect(await told('林工', '/党员')).toContain('张三');
    expect(await told('林工', '/状态')).toContain('机关第一党支部情况');
    expect(await told('林工', '/审计')).toContain('李强 /确认 #1');
    expect(await told('林工', '/待办')).toBe('目前没有待办。');
  });
});

describe('/审计', () => {
  it('GIVEN acts THEN the last come first, so many as asked for, without a reason, in private', async () => {
    await branch.say('赵敏', '/加分 张三 8 献血助人', 'group', ['证.jpg']);
    await branch.say('李强', '/确认 1 已听取');
    const heard = await branch.say('何平', '/审计 1');
    expect(inGroup(heard)).toBe('已私信答复您。');
    expect(privately(heard, '何平')).toBe('最近1件：\n11月23日（周一）09:00 李强 /确认 #1');
    expect((await told('何平', '/审计')).split('\n')).toHaveLength(3);
    expect(await told('何平', '/审计')).not.toContain('献血');
    for (const wrong of ['0', '101', '甲'])
      expect(await told('何平', `/审计 ${wrong}`)).toContain('1到100的整数');
    expect((await told('何平', '/审计 100')).split('\n')).toHaveLength(3);
    for (const who of ['张三', '赵敏', '李强', '孙伟'])
      expect(await told(who, '/审计')).toContain('由考核监督员、上级审核人、工委办理');
  });
});

describe('/状态 of those above', () => {
  it('GIVEN a quarter that was held back THEN it is late from its time on, and no longer when it is out', async () => {
    const line = async () =>
      (await told('林工', '/状态')).split('\n').find((row) => row.startsWith('积分公示：'));
    branch.moveTo('2026-12-31T10:00:00');
    await branch.say('李强', '/暂缓 还在核实');
    branch.moveTo('2027-01-04T08:59:59');
    expect(await line()).toBe('积分公示：没有迟延');
    branch.moveTo('2027-01-04T09:00:00');
    expect(await line()).toBe(
      '积分公示：2026年四季度已暂缓（2026年12月31日（周四）10:00起），应于1月4日（周一）09:00公示',
    );
    await branch.say('李强', '/公示');
    expect(await line()).toBe('积分公示：没有迟延');
  });

  it('GIVEN a matter that only 上级 may rule THEN it is counted', async () => {
    await branch.say('钱进', '/加分 李强 8 献血', 'group', ['证.jpg']);
    expect(await told('何平', '/状态')).toContain('待上级认定：1条');
    await whisper('何平', '/确认 1 已听取');
    expect(await told('何平', '/状态')).toContain('待上级认定：无');
  });
});
