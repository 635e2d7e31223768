import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import {
  inGroup,
  ledgerSum,
  openBranch,
  privately,
  type Heard,
  type TestBranch,
} from '../support/test-branch.js';
import { write, yearlyNotice, yearRecord, yearStep } from '../support/year-rows.js';

let branch: TestBranch;
const [zhangsan, wangfang, zhoutao] = [1, 2, 3];

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
const states = () =>
  branch
    .sql<{ kind: string; state: string }>('SELECT kind, state FROM matter ORDER BY number')
    .map(({ kind, state }) => `${kind} ${state}`);

/** #1: a bonus of 张三 that 李强 confirmed. */
async function bonus(): Promise<void> {
  await branch.say('赵敏', '/加分 张三 8 献血', 'group', ['证.jpg']);
  await branch.say('李强', '/确认 1');
}
/** A deduction of 周涛 that 李强 confirmed in private. */
async function deduction(number: number): Promise<void> {
  await whisper('赵敏', '/减分 周涛 15 一般 迟到', ['考勤.jpg']);
  await whisper('李强', `/确认 ${number}`);
}
const publish = async () => {
  branch.moveTo('2027-01-05T10:00:00');
  await branch.say('李强', '/公示 四季度');
};
const everywhere = (heard: readonly Heard[], but: string) =>
  heard
    .filter(({ to }) => to !== but)
    .map(({ text }) => text)
    .join('\n');

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
    expect(await told('王芳', '/异议 3 不对')).toContain('#3 是请假,不在异议之列');
    expect(await told('张三', '/异议 4 不对')).toContain('#4 已经撤回');
    expect(await told('张三', '/异议 99 不对')).toContain('没有可以提出异议的 #99');
    expect(await told('张三', '/异议 公示1 不对')).toContain('没有公示第1号');
    expect(await told('张三', '/异议 甲 不对')).toContain('“甲”不是编号或公示号');
    expect(await told('张三', '/异议 1')).toContain('还缺“理由”');
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
    expect(privately(answered, '周涛')).toContain('您的 #2 不再计分,+3分');
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
    expect(await told('王芳', '/异议 公示第1号 漏记')).toContain('针对公示第1号(2026年四季度积分');
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
    expect(await told('孙伟', '/异议 #1 有误')).toContain('已登记为 #2,正在等待答复');
    expect(await told('王芳', '/异议 1 有误')).toContain('已登记 #3');
    await whisper('孙伟', '/撤回 2');
    expect(await told('孙伟', '/异议 1 换个理由')).toContain('已登记 #4');
    await whisper('钱进', '/答复 4 维持 属实');
    expect(await told('孙伟', '/异议 1 再说')).toContain('已经答复,不再重复受理');
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
    expect(privately(heard, '郑义')).toContain('(姓名保密) /撤回 #2');
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
      expect(await told('钱进', line)).toBe('#2 须由上级何平同志认定。');
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
    expect(await told('何平', '/答复 2 成立 经核实')).toContain('已更正 #1,−3分');
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
    expect(await told('钱进', '/答复 2 成立 好')).toContain('须由上级认定');
    branch.moveTo('2027-01-26T00:00:00');
    expect(await told('王芳', '/异议 公示1 漏记')).toContain('公示期到1月25日(周一)为止');
    const answered = await whisper('何平', '/答复 2 成立 应予核对');
    expect(privately(answered, '李强')).toContain('上级答复:对公示第1号的异议成立');
    expect(privately(answered, '赵敏')).toContain('说明:应予核对');
    expect(everywhere(answered, '孙伟')).not.toContain('孙伟');
  });

  it('GIVEN it was answered WHEN somebody answers again THEN nothing changes; nor for what is no objection', async () => {
    await bonus();
    await whisper('孙伟', '/异议 1 有误');
    await whisper('钱进', '/答复 2 维持 属实');
    expect(await told('钱进', '/答复 2 成立 改了')).toContain('已经驳回(钱进同志),不再重复办理');
    expect(await told('钱进', '/答复 1 维持 属实')).toContain('#1 不是异议');
    expect(await told('钱进', '/答复 99 维持 属实')).toContain('没有 #99');
    expect(await told('钱进', '/答复 2 同意 属实')).toContain('可写:维持、成立');
    expect(await told('钱进', '/答复 2 维持')).toContain('还缺“说明”');
    expect(ledgerSum(branch, zhangsan)).toBe(3);
  });

  it('GIVEN /确认 全部 THEN objections are left out; /确认 N upholds without words, /驳回 N is 维持', async () => {
    await bonus();
    await deduction(2);
    await whisper('孙伟', '/异议 1 有误');
    await whisper('周涛', '/异议 2 有误');
    expect(await told('钱进', '/确认 全部')).toContain('目前没有您可以认定的事项');
    const upheld = await whisper('钱进', '/确认 3');
    expect(privately(upheld, '孙伟')).toContain('您对 #1 的异议成立(钱进同志答复)');
    expect(privately(upheld, '孙伟')).not.toContain('说明:');
    const dismissed = await branch.say('钱进', '/驳回 4 考勤清楚');
    expect(inGroup(dismissed)).toBe('#4 已答复。');
    expect(privately(dismissed, '周涛')).toContain('说明:考勤清楚');
    expect([ledgerSum(branch, zhangsan), ledgerSum(branch, zhoutao)]).toEqual([0, -3]);
  });
});

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
    expect(privately(heard, '钱进')).toContain('证明:王芳、孙伟');
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
    expect(privately(heard, '张三')).toContain('还缺证明:请两位同志发送“/证明 3”');
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
    expect(privately(heard, '孙伟')).toContain('#2 您对 #1 的异议已办结:#1 已不再计分');
    expect(inGroup(heard)).not.toContain('异议');
    expect(states()).toEqual(['bonus confirmed', 'objection closed', 'correction confirmed']);
  });

  it('GIVEN an objection waits WHEN a stronger grade replaces the matter THEN it closes too', async () => {
    await branch.say('赵敏', '/加分 张三 13 市级 先进', 'group', ['证.jpg']);
    await branch.say('李强', '/确认 1');
    await whisper('孙伟', '/异议 1 有误');
    await branch.say('赵敏', '/加分 张三 13 省级 先进', 'group', ['证.jpg']);
    expect(privately(await branch.say('李强', '/确认 3'), '孙伟')).toContain('#2 您对 #1 的异议已办结');
  });

  it('GIVEN a notice WHEN the answer names a matter that stands in it THEN it is reversed at once', async () => {
    await bonus();
    await branch.say('赵敏', '/加分 王芳 8 植树', 'group', ['证.jpg']);
    branch.moveTo('2027-01-04T09:00:30');
    await branch.bot.runDue('2027-01-04T09:00:30');
    await branch.say('李强', '/确认 2');
    await whisper('孙伟', '/异议 公示1 记错了');
    // The secretary confirmed #1: another one has to take it back.
    expect(await told('李强', '/答复 3 成立 属实 更正 1')).toContain('须由他人更正');
    expect(await told('李强', '/答复 3 成立 属实 更正 2')).toContain('不在这一期公示里');
    expect(await told('李强', '/答复 3 成立 属实 更正 99')).toContain('不是加分或减分');
    expect(await told('李强', '/答复 3 维持 属实 更正 1')).toContain('答复“维持”就不更正');
    expect(states()).toEqual(['bonus confirmed', 'bonus confirmed', 'objection open']);
    const heard = await whisper('钱进', '/答复 3 成立 属实 更正 1');
    expect(privately(heard, '张三')).toContain('您的 #1 不再计分,−3分');
    expect(privately(heard, '孙伟')).toContain('已更正公示中的1条记分');
    expect([ledgerSum(branch, zhangsan), ledgerSum(branch, wangfang)]).toEqual([0, 3]);
  });

  it('GIVEN a notice WHEN the answer names nothing THEN the lines to copy are shown', async () => {
    await publish();
    await whisper('孙伟', '/异议 公示1 记错了');
    const text = await told('钱进', '/答复 1 成立 属实');
    expect(text).toContain('“/更正 编号 理由”');
    expect(text).toContain('“/加分 姓名 项号 事由”');
  });

  it('GIVEN a certified veto WHEN its subject objects THEN 上级 alone sets it aside, and the score counts again', async () => {
    const { facts } = branch.bot.store.snapshot(branch.id);
    const base = {
      number: facts.next('matter'),
      subject: zhangsan,
      proposer: 6,
      openedAt: '2026-11-20T09:00:00',
    };
    const vote = { entitled: 8, present: 8, inFavour: 8, against: 0, abstained: 0, by: 6, at: base.openedAt };
    await write(
      branch,
      put('matter', {
        ...base,
        ...{ state: 'confirmed', appointments: 9, drafted: false, kind: 'veto', ground: 5, since: null },
        ...{
          deedOn: '2026-11-01',
          reason: '失职',
          hearing: { text: '本人放弃', by: 6, at: base.openedAt },
          vote,
        },
      }),
      put('ruling', {
        ...{
          matter: 1,
          ruler: 5,
          decision: 'confirmed',
          at: '2026-11-21T09:00:00',
          meetingOn: null,
          reason: null,
        },
      }),
    );
    expect(await told('张三', '/积分')).toContain('2026年积分:0分');
    expect(await told('王芳', '/异议 1 太重')).toContain('没有可以提出异议的 #1');
    expect(await told('赵敏', '/更正 1 太重')).toContain('不能用“/更正”撤销');
    expect(privately(await whisper('张三', '/异议 1 事实不符'), '何平')).toContain('即撤销这一否决');
    const heard = await whisper('何平', '/答复 2 成立 事实不清');
    expect(privately(heard, '张三')).toContain('#1 一票否决已撤销。您现100分');
    expect(privately(heard, '李强')).toContain('一票否决经复核已撤销:张三同志现100分');
    expect(await told('张三', '/积分')).toContain('2026年积分:100分');
  });
});

describe('an archived year', () => {
  const archive = async () => {
    await write(branch, yearRecord(2026, zhangsan, 103), yearRecord(2026, zhoutao, 97));
    await write(branch, yearStep(branch, 2026, { step: 'archive' }, '2027-02-01T09:00:00'));
    branch.moveTo('2027-02-02T09:00:00');
  };

  it('GIVEN it THEN objections are refused with the way of a 补正, and /更正 as well; before, /补正 is', async () => {
    await bonus();
    await publish();
    expect(await told('赵敏', '/补正 1 有误')).toContain('还没有归档,不用补正,请发送“/更正 1 理由”');
    await archive();
    expect(await told('孙伟', '/异议 #1 有误')).toContain('“/补正 1 理由”');
    expect(await told('孙伟', '/异议 公示1 有误')).toContain('2026年度已经归档,不再受理异议');
    expect(await told('赵敏', '/更正 1 有误')).toContain('“/补正 1 理由”');
    expect(states()).toEqual(['bonus confirmed']);
  });

  it('GIVEN an objection that is upheld only after it THEN no entry is reversed, and the 补正 is named', async () => {
    await bonus();
    await whisper('孙伟', '/异议 1 有误');
    await archive();
    expect(await told('钱进', '/答复 2 成立 经核实')).toContain('“/补正 1 理由”');
    expect(ledgerSum(branch, zhangsan)).toBe(3);
  });

  it('GIVEN a 补正 THEN only 上级 rules, secretary and member hear, and the score stands beside the archived one', async () => {
    await bonus();
    await archive();
    const proposed = await branch.say('赵敏', '/补正 1 证书是别人的');
    expect(inGroup(proposed)).toBe('已登记 #2:补正 #1(张三同志 −3分),已报上级认定。');
    expect(privately(proposed, '何平')).toContain('待认定 #2:张三 补正 #1(−3分)');
    expect(await told('李强', '/确认 2')).toContain('须由上级认定');
    expect(await told('钱进', '/确认 2')).toContain('须由上级认定');
    expect(await told('赵敏', '/补正 1 再来')).toContain('已登记为 #2');
    const heard = await whisper('何平', '/确认 2');
    expect(privately(heard, '何平')).toContain('已补正 #1:张三同志 −3分,2026年积分现100分');
    expect(privately(heard, '李强')).toContain('2026年积分归档时103分,补正后100分');
    expect(privately(heard, '赵敏')).toContain('补正后100分');
    expect(privately(heard, '张三')).toContain('您的 #1 不再计分');
    const score = await told('张三', '/积分 2026');
    expect(score.split('\n').slice(0, 2)).toEqual(['张三 2026年积分:100分', '归档时 103分,补正后 100分']);
    expect(await told('何平', '/明细 张三 2026')).toContain('归档时 103分,补正后 100分');
    expect(await told('周涛', '/积分 2026')).not.toContain('归档时 100');
    expect(ledgerSum(branch, zhangsan)).toBe(0);
  });

  it('GIVEN a deduction WHEN its 补正 is typed in the group THEN the group hears the number only', async () => {
    await deduction(1);
    await archive();
    expect(inGroup(await branch.say('赵敏', '/补正 1 周涛当天出差'))).toBe('已登记 #2。');
    expect(inGroup(await branch.say('周涛', '/补正 1 我没有'))).toContain('由考核记录员、书记、副书记办理');
  });
});
