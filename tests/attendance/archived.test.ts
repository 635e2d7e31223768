import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openScene, zhoutao, type Scene } from '../objections/scene.js';
import { privately, ledgerSum, type TestBranch } from '../support/branch/test-branch.js';
import { write, yearRecord, yearStep } from '../support/branch/year-rows.js';

let branch: TestBranch;
let whisper: Scene['whisper'];
let told: Scene['told'];

beforeEach(async () => {
  ({ branch, whisper, told } = await openScene());
});
afterEach(() => branch.close());

describe('attendance of an archived year', () => {
  const absentAndArchived = async (asksLeave: boolean) => {
    await branch.say('赵敏', '/活动 支部大会 12月28日15:00 三楼');
    branch.moveTo('2026-12-28T16:00:00');
    await whisper('赵敏', '/点名 支部大会 全到 除 周涛');
    await whisper('赵敏', '/结束 支部大会');
    await whisper('李强', '/确认 1 已听取');
    if (asksLeave) await whisper('周涛', '/请假 支部大会 公出');
    await write(branch, yearRecord(2026, zhoutao, 97));
    await write(branch, yearStep(branch, 2026, { step: 'archive' }, '2027-01-20T09:00:00'));
    branch.moveTo('2027-01-20T10:00:00');
  };

  it('GIVEN a leave granted after it THEN both hear that only a 补正 changes the score, and its line works', async () => {
    await absentAndArchived(true);
    const heard = await whisper('李强', '/确认 2');
    const line = '请记录员或书记发送“/补正 1 结束后补批了请假”，报上级认定';
    expect(privately(heard, '李强')).toContain(line);
    expect(privately(heard, '周涛')).toContain(line);
    expect(ledgerSum(branch, zhoutao)).toBe(-3);
    await whisper('赵敏', '/补正 1 结束后补批了请假');
    expect(await told('何平', '/确认 3')).toContain('已补正 #1：周涛同志 +3分');
    expect(ledgerSum(branch, zhoutao)).toBe(0);
  });

  it('GIVEN the register was wrong THEN 上级 alone puts it right, and the entry with it', async () => {
    await absentAndArchived(false);
    expect(await told('赵敏', '/补正 1 他到了')).toContain('/补正 支部大会#1 周涛 到 他到了');
    expect(await told('赵敏', '/补正 支部大会#1 周涛 到 他到了')).toContain('已转上级认定');
    expect(await told('钱进', '/确认 2')).toContain('须由上级何平同志认定');
    expect(await told('何平', '/确认 2')).toContain('改为到会。原来的减分已冲销，+3分');
    expect(ledgerSum(branch, zhoutao)).toBe(0);
    expect(branch.sql('SELECT activity, person, matter FROM attendance_change')).toEqual([
      { activity: 1, person: zhoutao, matter: 2 },
    ]);
  });
});
