import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inGroup, ledgerSum, privately, type TestBranch } from '../support/branch/test-branch.js';
import { write, yearlyNotice, yearStep } from '../support/branch/year-rows.js';
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

describe('who answers', () => {
  it.each([
    ['张三', 'the subject'],
    ['孙伟', 'the objector'],
    ['赵敏', 'who proposed'],
    ['李强', 'who ruled'],
    ['郑义', 'no officer'],
    ['何平', '上级 while the branch may'],
    ['林工', '工委'],
  ])('GIVEN a confirmed bonus WHEN %s answers (%s) THEN nothing is decided', async (who) => {
    await bonus();
    await whisper('孙伟', '/异议 1 有误');
    for (const line of ['/答复 2 成立 好', '/答复 2 维持 不', '/确认 2', '/驳回 2 不'])
      await whisper(who, line);
    expect(states()).toEqual(['bonus confirmed', 'objection open']);
    expect(ledgerSum(branch, zhangsan)).toBe(3);
  });

  it('GIVEN the deputy proposed and the secretary ruled THEN 上级 answers', async () => {
    await branch.say('钱进', '/加分 张三 8 献血', 'group', ['证.jpg']);
    await branch.say('李强', '/确认 1');
    expect(privately(await whisper('孙伟', '/异议 1 有误'), '何平')).toContain('待答复 #2');
    expect(await told('钱进', '/答复 2 成立 好')).toContain('异议针对的是您登记的事项');
    expect(await told('何平', '/答复 2 成立 经核实')).toContain('已更正 #1，−3分');
    expect(ledgerSum(branch, zhangsan)).toBe(0);
  });

  it('GIVEN a notice that the secretary posted by hand THEN the deputy answers', async () => {
    await publish();
    expect(privately(await whisper('孙伟', '/异议 公示1 漏记'), '钱进')).toContain('待答复 #1');
    expect(await told('李强', '/答复 1 维持 已核对')).toContain('异议针对的是您发出的公示');
    expect(await told('钱进', '/答复 1 维持 已核对')).toContain('#1 已答复');
  });

  it('GIVEN the notice of a year THEN only 上级, until its last day and not the day after', async () => {
    await bonus();
    await write(branch, yearlyNotice(branch, 2026, '2027-01-18T10:00:00'));
    const until = { step: 'notice', notice: 1, until: '2027-01-25' } as const;
    await write(branch, yearStep(branch, 2026, until, '2027-01-18T10:00:00'));
    branch.moveTo('2027-01-25T23:59:59');
    const heard = await whisper('孙伟', '/异议 公示1 漏记');
    expect(privately(heard, '何平')).toContain('待答复 #2');
    expect(await told('钱进', '/答复 2 成立 好')).toContain('须由上级何平同志认定');
    branch.moveTo('2027-01-26T00:00:00');
    expect(await told('王芳', '/异议 公示1 漏记')).toContain('公示期到1月25日（周一）为止');
    const answered = await whisper('何平', '/答复 2 成立 应予核对');
    expect(privately(answered, '李强')).toContain('#2 对公示第1号的异议成立');
    expect(privately(answered, '赵敏')).toContain('说明：应予核对');
    expect(everywhere(answered, '孙伟')).not.toContain('孙伟');
  });

  it('GIVEN it was answered WHEN somebody answers again THEN nothing changes; nor for what is no objection', async () => {
    await bonus();
    await whisper('孙伟', '/异议 1 有误');
    await whisper('钱进', '/答复 2 维持 属实');
    expect(await told('钱进', '/答复 2 成立 改了')).toContain('已经答复维持（钱进同志），不再重复办理');
    expect(await told('钱进', '/答复 1 维持 属实')).toContain('#1 不是异议');
    await whisper('王芳', '/异议 1 有误');
    expect(await told('钱进', '/答复 1 维持 属实')).toContain('\n/答复 3 维持 说明\n/答复 3 成立 说明');
    expect(await told('李强', '/答复 1 维持 属实')).not.toContain('/答复 3');
    expect(await told('钱进', '/答复 99 维持 属实')).toContain('没有 #99');
    expect(await told('钱进', '/答复 2 同意 属实')).toContain('可写：维持、成立');
    expect(await told('钱进', '/答复 2 维持')).toContain('请写明说明');
    expect(ledgerSum(branch, zhangsan)).toBe(3);
  });

  it('GIVEN /确认 全部 THEN objections are left out; /确认 N does nothing, /驳回 N is 维持', async () => {
    await bonus();
    await deduction(2);
    await whisper('孙伟', '/异议 1 有误');
    await whisper('周涛', '/异议 2 有误');
    expect(await told('钱进', '/确认 全部')).toContain(
      '#3 是异议，须答复：/答复 3 维持 说明，或 /答复 3 成立 说明\n#4 是异议',
    );
    expect(await told('钱进', '/确认 3')).toBe(
      '#3 是异议，没有办理。请答复：\n/答复 3 维持 说明\n/答复 3 成立 说明',
    );
    expect(ledgerSum(branch, zhangsan)).toBe(3);
    const upheld = await whisper('钱进', '/答复 3 成立 经核实');
    expect(privately(upheld, '孙伟')).toContain('您对 #1 的异议成立（钱进同志答复）');
    const dismissed = await branch.say('钱进', '/驳回 4 考勤清楚');
    expect(inGroup(dismissed)).toBe('#4 已答复。');
    expect(privately(dismissed, '周涛')).toContain('说明：考勤清楚');
    expect([ledgerSum(branch, zhangsan), ledgerSum(branch, zhoutao)]).toEqual([0, -3]);
  });
});
