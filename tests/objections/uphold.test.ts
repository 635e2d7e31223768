import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inGroup, ledgerSum, privately, type TestBranch } from '../support/branch/test-branch.js';
import { write } from '../support/branch/year-rows.js';
import { certifiedVetoRows, openScene, zhangsan, wangfang, type Scene } from './scene.js';

let branch: TestBranch;
let whisper: Scene['whisper'];
let told: Scene['told'];
let states: Scene['states'];
let bonus: Scene['bonus'];
let publish: Scene['publish'];

beforeEach(async () => {
  ({ branch, whisper, told, states, bonus, publish } = await openScene());
});
afterEach(() => branch.close());

describe('成立', () => {
  it('GIVEN a rejected bonus with witnesses THEN it is a matter again with its proof, and its rejecter does not rule', async () => {
    await branch.say('赵敏', '/加分 张三 8 献血 证明 王芳、孙伟');
    await branch.say('王芳', '/证明 1');
    await branch.say('孙伟', '/证明 1');
    await branch.say('李强', '/驳回 1 不信');
    const heard = [
      ...(await whisper('孙伟', '/异议 1 确有其事')),
      ...(await whisper('钱进', '/答复 2 成立 经核实')),
    ];
    expect(privately(heard, '张三')).toContain('#1 经复核已重新登记为 #3');
    expect(privately(heard, '钱进')).toContain('证明：王芳、孙伟');
    expect(await told('李强', '/确认 3')).toContain('原来的认定是您作出的');
    await branch.say('钱进', '/确认 3');
    expect(ledgerSum(branch, zhangsan)).toBe(3);
    expect(branch.sql('SELECT person FROM witness WHERE matter = 3')).toHaveLength(2);
  });

  it('GIVEN a rejected bonus without proof THEN the member is told what is missing', async () => {
    await branch.say('张三', '/申报 8 献血');
    await branch.say('李强', '/驳回 1 没有证明');
    await whisper('张三', '/异议 1 有证书');
    const heard = await whisper('钱进', '/答复 2 成立 请补证书');
    expect(privately(heard, '张三')).toContain('还缺证明：请两位同志发送“/证明 3”');
    await branch.say('张三', '/材料 3', 'group', ['证.jpg']);
    await branch.say('钱进', '/确认 3');
    expect(ledgerSum(branch, zhangsan)).toBe(3);
  });

  it('GIVEN the deed was registered anew meanwhile THEN it is not drafted twice', async () => {
    await branch.say('赵敏', '/加分 张三 8 献血', 'group', ['证.jpg']);
    await branch.say('李强', '/驳回 1 看不清');
    await whisper('孙伟', '/异议 1 确有其事');
    await branch.say('赵敏', '/加分 张三 8 献血', 'group', ['证.jpg']);
    expect(await told('钱进', '/答复 2 成立 属实')).toContain('同一件事已登记为 #3');
    expect(states()).toEqual(['bonus rejected', 'objection confirmed', 'bonus open']);
  });

  it('GIVEN a bonus that a correction took back WHEN the member objects to the correction THEN it is looked at by a third', async () => {
    await bonus();
    await branch.say('赵敏', '/更正 1 登记错了');
    await branch.say('钱进', '/确认 2');
    expect(await told('张三', '/异议 1 没有错')).toContain('“/异议 2 理由”');
    await whisper('张三', '/异议 2 没有错');
    await whisper('李强', '/答复 3 成立 经核实');
    expect(await told('钱进', '/确认 4')).toContain('原来的认定是您作出的');
    await branch.say('李强', '/确认 4');
    expect(ledgerSum(branch, zhangsan)).toBe(3);
  });

  it('GIVEN a correction and a second objection wait on the same matter WHEN one is upheld THEN they close and their objector hears', async () => {
    await bonus();
    await whisper('孙伟', '/异议 1 有误');
    await whisper('王芳', '/异议 1 也觉得有误');
    await branch.say('赵敏', '/更正 1 登记错了');
    const heard = await whisper('钱进', '/答复 2 成立 经核实');
    expect(privately(heard, '王芳')).toContain('#3 您对 #1 的异议已办结');
    expect(states()).toEqual([
      'bonus confirmed',
      'objection confirmed',
      'objection closed',
      'correction closed',
    ]);
    expect(ledgerSum(branch, zhangsan)).toBe(0);
    expect(await told('钱进', '/确认 3')).toContain('已经办结');
  });

  it('GIVEN an objection waits WHEN the matter is corrected THEN it closes and the objector hears', async () => {
    await bonus();
    await whisper('孙伟', '/异议 1 有误');
    await branch.say('赵敏', '/更正 1 登记错了');
    const heard = await branch.say('钱进', '/确认 3');
    expect(privately(heard, '孙伟')).toContain('#2 您对 #1 的异议已办结：#1 已不再有效');
    expect(inGroup(heard)).not.toContain('异议');
    expect(states()).toEqual(['bonus confirmed', 'objection closed', 'correction confirmed']);
  });

  it('GIVEN an objection waits WHEN a stronger grade replaces the matter THEN it closes too', async () => {
    await branch.say('赵敏', '/加分 张三 13 市级 先进', 'group', ['证.jpg']);
    await branch.say('李强', '/确认 1');
    await whisper('孙伟', '/异议 1 有误');
    await branch.say('赵敏', '/加分 张三 13 省级 先进', 'group', ['证.jpg']);
    expect(privately(await branch.say('李强', '/确认 3'), '孙伟')).toContain('#2 您对 #1 的异议已办结');
    // What the stronger one had replaced was never found wrong.
    await whisper('孙伟', '/异议 3 不是省级');
    const heard = await whisper('钱进', '/答复 4 成立 属实');
    expect(privately(heard, '张三')).toContain('−20分，#1 恢复计分（+10分），现110分');
    for (const keeper of ['赵敏', '李强']) expect(privately(heard, keeper)).toContain('#1 恢复计分（+10分）');
    expect(privately(heard, '孙伟')).toContain('仍有异议的，请再次发送“/异议 1 理由”');
    expect(privately(heard, '孙伟')).not.toContain('+10分');
    expect(ledgerSum(branch, zhangsan)).toBe(10);
  });

  it('GIVEN a notice WHEN the answer names a matter that stands in it THEN it is reversed at once', async () => {
    await bonus();
    await branch.say('赵敏', '/加分 王芳 8 植树', 'group', ['证.jpg']);
    for (const at of ['2026-12-31T15:00:30', '2027-01-04T09:00:30']) {
      branch.moveTo(at);
      await branch.bot.runDue(at);
    }
    await branch.say('李强', '/确认 2');
    await whisper('孙伟', '/异议 公示1 记错了');
    // The secretary confirmed #1: another one answers for a notice that shows it.
    expect(await told('李强', '/答复 3 成立 属实 更正 1')).toContain('这期公示里有您登记或者认定的记分');
    expect(await told('钱进', '/答复 3 成立 属实 更正 2')).toContain('不在这一期公示里');
    expect(await told('钱进', '/答复 3 成立 属实 更正 99')).toContain('不是加分或减分');
    expect(await told('钱进', '/答复 3 维持 属实 更正 1')).toContain('答复“维持”就不更正');
    expect(states()).toEqual(['bonus confirmed', 'bonus confirmed', 'objection open']);
    const heard = await whisper('钱进', '/答复 3 成立 属实 更正 1');
    expect(privately(heard, '张三')).toContain('您的 #1 不再计分，−3分');
    expect(privately(heard, '孙伟')).toContain('已更正公示中的1条记分');
    expect([ledgerSum(branch, zhangsan), ledgerSum(branch, wangfang)]).toEqual([0, 3]);
  });

  it('GIVEN a notice WHEN the answer names nothing THEN others are asked to put it right', async () => {
    await publish();
    await whisper('孙伟', '/异议 公示1 记错了');
    const text = await told('钱进', '/答复 1 成立 属实');
    expect(text).toContain('已请书记和记录员据此更正');
  });

  it('GIVEN a certified veto WHEN its subject objects THEN 上级 alone sets it aside, and the score counts again', async () => {
    await write(branch, ...certifiedVetoRows());
    expect(await told('张三', '/积分')).toContain('2026年积分：0分');
    expect(await told('王芳', '/异议 1 太重')).toContain('没有可以提出异议的 #1');
    expect(privately(await whisper('张三', '/异议 1 事实不符'), '何平')).toContain('即撤销这一否决');
    const heard = await whisper('何平', '/答复 2 成立 事实不清');
    expect(privately(heard, '张三')).toContain('#1 一票否决已撤销。您现100分');
    expect(privately(heard, '李强')).toContain('一票否决经复核已撤销：张三同志现100分');
    expect(await told('张三', '/积分')).toContain('2026年积分：100分');
  });
});
