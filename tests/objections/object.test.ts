import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inGroup, ledgerSum, privately, type TestBranch } from '../support/branch/test-branch.js';
import { everywhere, openScene, zhangsan, zhoutao, type Scene } from './scene.js';

let branch: TestBranch;
let whisper: Scene['whisper'];
let told: Scene['told'];
let states: Scene['states'];
let bonus: Scene['bonus'];
let deduction: Scene['deduction'];
let publish: Scene['publish'];

beforeEach(async () => {
  ({ branch, whisper, told, states, bonus, deduction, publish } = await openScene());
});
afterEach(() => branch.close());

describe('what may be objected to', () => {
  it('GIVEN a matter that is open, withdrawn, a leave or nothing THEN it is refused, with what can be done', async () => {
    await branch.say('赵敏', '/加分 张三 8 献血', 'group', ['证.jpg']);
    await whisper('赵敏', '/减分 周涛 15 一般 迟到', ['考勤.jpg']);
    await branch.say('李强', '/活动 支部大会 11月28日15:00 三楼');
    await whisper('王芳', '/请假 支部大会');
    await branch.say('赵敏', '/加分 王芳 8 植树', 'group', ['证.jpg']);
    await branch.say('赵敏', '/撤回 4');
    expect(await told('张三', '/异议 1 不对')).toContain('#1 还没有认定');
    expect(await told('周涛', '/异议 2 不对')).toContain('“/说明 2 文字”');
    expect(await told('王芳', '/异议 3 不对')).toContain('#3 是请假，不在异议之列');
    expect(await told('张三', '/异议 4 不对')).toContain('#4 已经撤回');
    expect(await told('张三', '/异议 99 不对')).toContain('没有可以提出异议的 #99');
    expect(await told('张三', '/异议 公示1 不对')).toContain('没有公示第1号');
    expect(await told('张三', '/异议 甲 不对')).toContain('“甲”不是编号或公示号');
    expect(await told('张三', '/异议 1')).toContain('请写明理由');
    expect(states()).toEqual(['bonus open', 'deduction open', 'leave open', 'bonus withdrawn']);
  });

  it('GIVEN a deduction of somebody else WHEN it is not published THEN it is as if it were not there; afterwards he may, and hears no name', async () => {
    await bonus();
    await deduction(2);
    const unknown = await told('王芳', '/异议 77 有误');
    expect(await told('王芳', '/异议 2 有误')).toBe(unknown.replace('77', '2'));
    await publish();
    const heard = await whisper('王芳', '/异议 #2 有误');
    expect(privately(heard, '王芳')).toContain('您的异议针对 #2。');
    for (const word of ['周涛', '工作纪律', '−3', '李强'])
      expect(privately(heard, '王芳')).not.toContain(word);
    const answered = await whisper('钱进', '/答复 3 成立 经核实');
    for (const word of ['周涛', '工作纪律', '+3', '100分'])
      expect(privately(answered, '王芳')).not.toContain(word);
    expect(privately(answered, '周涛')).toContain('您的 #2 不再计分，+3分');
    expect(ledgerSum(branch, zhoutao)).toBe(0);
  });

  it('GIVEN an incomplete deduction of the recorder WHEN she objects THEN she does not learn of it', async () => {
    await whisper('李强', '/减分 赵敏 15 一般 迟到 证明 王芳、孙伟');
    const unknown = await told('赵敏', '/异议 77 有误');
    expect(await told('赵敏', '/异议 1 有误')).toBe(unknown.replace('77', '1'));
  });

  it('GIVEN a bonus that shields who stood up WHEN another objects THEN not before it is published', async () => {
    await whisper('赵敏', '/加分 张三 10 劝阻', ['图.jpg']);
    await whisper('李强', '/确认 1');
    expect(await told('王芳', '/异议 1 有误')).toContain('没有可以提出异议的 #1');
    expect(await told('张三', '/异议 1 有误')).toContain('已登记 #2');
  });

  it('GIVEN a number that a matter and a notice share THEN it means the matter, and the other line is shown', async () => {
    await bonus();
    await publish();
    const text = await told('王芳', '/异议 1 有误');
    expect(text).toContain('您的异议针对 #1 张三同志');
    expect(text).toContain('“/异议 公示1 理由”');
    expect(await told('王芳', '/异议 公示第1号 漏记')).toContain('针对公示第1号（2026年四季度积分');
    expect(await told('王芳', '/异议 公示 1 漏记')).toContain('已登记为 #3');
  });

  it('GIVEN only a notice of that number THEN a bare number means it, and # means the matter', async () => {
    await publish();
    expect(await told('王芳', '/异议 #1 漏记')).toContain('没有可以提出异议的 #1');
    expect(await told('王芳', '/异议 1 漏记')).toContain('针对公示第1号');
  });

  it('GIVEN an objection THEN one person makes one at a time, another a second, and none after the answer', async () => {
    await bonus();
    expect(await told('孙伟', '/异议 1 有误')).toContain('已登记 #2');
    expect(await told('孙伟', '/异议 #1 有误')).toContain('已登记为 #2，正在等待答复');
    expect(await told('王芳', '/异议 1 有误')).toContain('已登记 #3');
    await whisper('孙伟', '/撤回 2');
    expect(await told('孙伟', '/异议 1 换个理由')).toContain('已登记 #4');
    await whisper('钱进', '/答复 4 维持 属实');
    expect(await told('孙伟', '/异议 1 再说')).toContain('已经答复，不再重复受理');
  });

  it('GIVEN 上级, 工委 or a stranger WHEN he objects THEN it is refused; in the group everybody is', async () => {
    await bonus();
    for (const who of ['何平', '林工', '路人']) await whisper(who, '/异议 1 有误');
    const heard = await branch.say('王芳', '/异议 1 有误得离谱');
    expect(inGroup(heard)).toContain('请私聊机器人办理');
    expect(states()).toEqual(['bonus confirmed']);
  });

  it('GIVEN 500 and 501 characters THEN the first is taken, the second not', async () => {
    await bonus();
    expect(await told('王芳', `/异议 1 ${'长'.repeat(501)}`)).toContain('500字以内');
    expect(await told('王芳', `/异议 1 ${'长'.repeat(500)}`)).toContain('已登记 #2');
  });
});

describe('who objects', () => {
  it('GIVEN the whole way of an objection THEN nobody but himself ever reads who he is, not even in the audit', async () => {
    await bonus();
    const heard = [
      ...(await whisper('孙伟', '/异议 1 有误', ['照片.jpg'])),
      ...(await whisper('李强', '/确认 2')),
      ...(await whisper('李强', '/待办')),
      ...(await whisper('钱进', '/待办')),
      ...(await whisper('张三', '/待办')),
      ...(await whisper('钱进', '/退回 2 请说明哪一天')),
      ...(await branch.say('孙伟', '/撤回 2')),
      ...(await whisper('孙伟', '/异议 1 还是有误')),
      ...(await branch.say('钱进', '/答复 3 成立 经核实')),
      ...(await whisper('张三', '/明细')),
      ...(await whisper('赵敏', '/明细 张三')),
      ...(await whisper('何平', '/状态')),
      ...(await whisper('何平', '/审计')),
      ...(await whisper('郑义', '/审计')),
      ...(await whisper('林工', '/审计')),
    ];
    expect(everywhere(heard, '孙伟')).not.toContain('孙伟');
    expect(privately(heard, '郑义')).toContain('（姓名保密） /撤回 #2');
    expect(ledgerSum(branch, zhangsan)).toBe(0);
  });

  it('GIVEN he forgets himself and withdraws in the group THEN the group hears no number of his', async () => {
    await bonus();
    await whisper('孙伟', '/异议 1 有误');
    expect(inGroup(await branch.say('孙伟', '/撤回 2'))).toBe('已私信答复您。');
    expect(inGroup(await branch.say('孙伟', '/撤回 2'))).toBe('已私信答复您。');
    expect(states()).toEqual(['bonus confirmed', 'objection withdrawn']);
  });

  it('GIVEN the subject is an officer WHEN he tries the number THEN he does not learn that it is about him', async () => {
    await branch.say('赵敏', '/加分 钱进 8 献血', 'group', ['证.jpg']);
    await branch.say('李强', '/确认 1');
    await whisper('孙伟', '/异议 1 有误');
    for (const line of ['/确认 2', '/驳回 2 不', '/答复 2 维持 不'])
      expect(await told('钱进', line)).toBe('#2 须由没有经办此事的同志认定。');
    expect(await told('钱进', '/待办')).toBe('目前没有待办。');
    expect(await told('何平', '/待办')).toContain('待答复 #2');
  });

  it('GIVEN the objector or the subject leaves THEN no statement names an objection', async () => {
    await bonus();
    await whisper('孙伟', '/异议 1 有误');
    await publish();
    await whisper('张三', '/异议 公示1 漏记');
    const heard = await branch.say('赵敏', '/党员 转出 张三');
    expect(heard.map(({ text }) => text).join('\n')).not.toMatch(/#2|#3|异议/u);
  });

  it('GIVEN the subject dies THEN his matters close in silence, objections with them', async () => {
    await bonus();
    await whisper('孙伟', '/异议 1 有误');
    const heard = await whisper('赵敏', '/党员 去世 张三');
    expect(privately(heard, '孙伟')).toBe('');
    expect(states()).toEqual(['bonus confirmed', 'objection closed']);
  });
});
