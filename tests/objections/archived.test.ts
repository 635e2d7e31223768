import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inGroup, ledgerSum, privately, type TestBranch } from '../support/branch/test-branch.js';
import { write, yearRecord, yearStep } from '../support/branch/year-rows.js';
import { openScene, zhangsan, zhoutao, type Scene } from './scene.js';

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

describe('an archived year', () => {
  const archive = async () => {
    await write(branch, yearRecord(2026, zhangsan, 103), yearRecord(2026, zhoutao, 97));
    await write(branch, yearStep(branch, 2026, { step: 'archive' }, '2027-02-01T09:00:00'));
    branch.moveTo('2027-02-02T09:00:00');
  };

  it('GIVEN it THEN objections are refused with the way of a 补正, and /更正 as well; before, /补正 is', async () => {
    await bonus();
    await publish();
    expect(await told('赵敏', '/补正 1 有误')).toContain('还没有归档，不用补正，请发送“/更正 1 理由”');
    await archive();
    expect(await told('孙伟', '/异议 #1 有误')).toContain('“/补正 1 理由”');
    expect(await told('孙伟', '/异议 公示1 有误')).toContain('2026年度已经归档，不再受理异议');
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
    expect(inGroup(proposed)).toBe('已登记 #2。');
    expect(privately(proposed, '赵敏')).toBe('已登记 #2：张三 补正 #1（−3分），已报上级认定。');
    expect(privately(proposed, '何平')).toContain('待认定 #2：张三 补正 #1（−3分）');
    expect(await told('李强', '/确认 2 已听取')).toContain('须由上级何平同志认定');
    expect(await told('钱进', '/确认 2 已听取')).toContain('须由上级何平同志认定');
    expect(await told('赵敏', '/补正 1 再来')).toContain('已登记为 #2');
    const heard = await whisper('何平', '/确认 2 已听取');
    expect(privately(heard, '何平')).toContain('已补正 #1：张三同志 −3分，2026年积分现100分');
    expect(privately(heard, '李强')).toContain('2026年积分归档时103分，补正后100分');
    expect(privately(heard, '赵敏')).toContain('补正后100分');
    expect(privately(heard, '张三')).toContain('您的 #1 不再计分');
    const score = await told('张三', '/积分 2026');
    expect(score.split('\n').slice(0, 2)).toEqual(['张三 2026年积分：100分', '归档时 103分，补正后 100分']);
    expect(await told('何平', '/明细 张三 2026')).toContain('归档时 103分，补正后 100分');
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
