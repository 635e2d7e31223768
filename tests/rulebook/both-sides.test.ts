/** Readings of the rulebook on both of their sides: what the branch does by each value (issue 12). */
import { afterEach, describe, expect, it } from 'vitest';
import { readRulebookBytes } from '../../src/start/files/rulebook-file.js';
import { commandLineCast, openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';
import { editedYaml, type Edit } from './variant.js';

let branch: TestBranch;
afterEach(() => branch.close());

type Told = (who: string, text: string) => Promise<string>;

/** In private, with a picture: the line is proven at once. */
async function openWith(startAt: string, ...edits: readonly Edit[]): Promise<Told> {
  const read = readRulebookBytes(Buffer.from(editedYaml(...edits)));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  branch = await openBranch(commandLineCast, startAt, read.loaded);
  return async (who, text) => {
    const files = /^\/[加减]分/u.test(text) ? ['证.jpg'] : [];
    return privately(await branch.say(who, text, 'private', files), who);
  };
}

describe('hearing.hours', () => {
  it.each([
    [24, '2026-11-24T09:00:00', '2026-11-24T08:59:00'],
    [48, '2026-11-25T09:00:00', '2026-11-25T08:59:00'],
  ])('GIVEN %i THEN it is ruled from that hour on, unheard', async (hours, from, before) => {
    const told = await openWith('2026-11-23T09:00:00', [['hearing', 'hours'], hours]);
    await told('赵敏', '/减分 张三 15 一般 脱岗');
    branch.moveTo(before);
    expect(await told('李强', '/确认 1')).toContain('暂不能认定');
    branch.moveTo(from);
    expect(await told('李强', '/确认 1')).toContain('已认定');
  });
});

describe('veto.duesLadder.draftAtMonths (arrears_months)', () => {
  it.each([
    [6, 5, false],
    [6, 6, true],
    [8, 7, false],
    [8, 8, true],
  ])(
    'GIVEN %i WHEN %i months are owed and refused THEN a veto is drafted: %s',
    async (draftAt, owed, drafted) => {
      const told = await openWith('2025-01-10T09:00:00', [['veto', 'duesLadder', 'draftAtMonths'], draftAt]);
      branch.moveTo('2026-11-23T09:00:00');
      for (let month = 1; month <= owed; month += 1)
        await told('赵敏', `/党费 全缴 2026-${String(month).padStart(2, '0')} 除 张三`);
      await told('李强', '/党费 张三 教育 11月20日');
      expect((await told('李强', '/党费 张三 拒交 11月21日')).includes('一票否决')).toBe(drafted);
    },
  );
});

describe('membership.termYears', () => {
  it.each([
    [3, '2029年5月18日'],
    [5, '2031年5月18日'],
  ])('GIVEN %i THEN the term ends so many years after the election', async (years, end) => {
    const told = await openWith('2026-11-23T09:00:00', [['membership', 'termYears'], years]);
    expect(await told('赵敏', '/换届 2026年5月18日')).toContain(end);
  });
});

describe('leave.freePersonalLeaves', () => {
  it.each([
    [2, '没有需要认定的减分'],
    [1, '第16项“组织生活”（请假） −2分'],
  ])('GIVEN %i free ones THEN the second leave of the year costs what it says', async (free, said) => {
    const told = await openWith('2026-11-23T09:00:00', [['leave', 'freePersonalLeaves'], free]);
    for (const day of ['11月24日', '11月25日']) await told('赵敏', `/活动 主题党日 ${day}15:00 三楼`);
    for (const number of [1, 2]) {
      await told('张三', `/请假 主题党日#${number} 事假`);
      await told('李强', `/确认 ${number}`);
    }
    branch.moveTo('2026-11-25T18:00:00');
    for (const number of [1, 2]) {
      await told('赵敏', `/点名 主题党日#${number} 全到`);
      const ended = await told('赵敏', `/结束 主题党日#${number}`);
      if (number === 2) expect(ended).toContain(said);
    }
  });
});

describe('categories.scored', () => {
  it.each([
    [false, '不参加积分考核'],
    [true, '积分：100分'],
  ])('GIVEN retired members scored: %s THEN the score says so', async (scored, said) => {
    const told = await openWith('2026-11-23T09:00:00', [['categories', 6, 'scored'], scored]);
    expect(await told('郑国', '/积分')).toContain(said);
  });
});

describe('hearing.meetingDateFrom', () => {
  it.each([
    [10, true],
    [11, false],
  ])('GIVEN %i THEN −10 asks for the day of the meeting: %s', async (from, asked) => {
    const told = await openWith('2026-11-23T09:00:00', [['hearing', 'meetingDateFrom'], from]);
    await told('赵敏', '/减分 张三 21 打架');
    expect((await told('李强', '/确认 1 已听取')).includes('补报会议日期')).toBe(asked);
  });
});
