import { afterAll, describe, expect, it } from 'vitest';
import { put, type Change } from '../../src/domain/branch/rows.js';
import { freshFile, openBot, removeFiles, type ClockBot } from '../support/branch/clock-bot.js';
import { member } from '../support/branch/branch-facts.js';

afterAll(removeFiles);

const month = (number: number) => `2026-${String(number).padStart(2, '0')}`;

function paid(person: number, ...months: readonly number[]): Change[] {
  return months.map((number) =>
    put('dues', {
      person,
      month: month(number),
      amount: null,
      recordedBy: 3,
      recordedAt: '2026-01-20T09:00:00',
    }),
  );
}

/** Everybody paid all of these months but 张三 (1) and 郑国 (7, retired), who paid what is said. */
async function branch(
  from: string,
  months: readonly number[],
  now: string,
  ...changes: readonly Change[]
): Promise<ClockBot> {
  const bot = await openBot(freshFile(), from);
  await bot.seed(
    member(7, '郑国', { category: 'retired' }),
    ...[2, 3, 4, 5, 6].flatMap((person) => paid(person, ...months)),
    ...changes,
  );
  bot.now = now;
  await bot.runDue();
  return bot;
}

const about = (bot: ClockBot, word: string) => bot.said.filter((text) => text.includes(word));
const education = put('duesStep', {
  ...{ person: 1, no: 1, kind: 'education', on: '2026-02-20' },
  ...{ recordedBy: 3, recordedAt: '2026-02-20T09:00:00' },
});
const refusal = put('duesStep', {
  ...{ person: 1, no: 2, kind: 'refusal', on: '2026-02-25' },
  ...{ recordedBy: 3, recordedAt: '2026-02-25T09:00:00' },
});

describe('arrears are told until paid, whatever was paid later', () => {
  it('GIVEN January owed and everything since paid THEN member and recorder read of it each month', async () => {
    const bot = await branch(
      '2026-05-22T09:00:00',
      [1, 2, 3, 4],
      '2026-05-25T09:00:00',
      ...paid(1, 2, 3, 4),
      ...paid(7, 1, 2, 3, 4),
    );
    expect(about(bot, '您还欠2026年1月的党费').at(-1)).toBe(
      '张三：提醒：您2026年5月的党费还没有登记。请在月底前交纳；已经交了的请告诉记录员补记。您还欠2026年1月的党费。',
    );
    await bot.seed(...[1, 2, 3, 4, 5, 6, 7].flatMap((person) => paid(person, 5)));
    bot.now = '2026-06-01T09:00:00';
    await bot.runDue();
    expect(about(bot, '此前仍欠').at(-1)).toBe('赵敏：2026年5月党费已全部登记。\n此前仍欠：张三 2026年1月');
    await bot.seed(...paid(1, 1));
    const before = about(bot, '欠').length;
    bot.now = '2026-07-01T09:00:00';
    await bot.runDue();
    expect(about(bot, '欠')).toHaveLength(before);
    await bot.bot.stop();
  });

  it('GIVEN three months owed and the fourth paid THEN they are warned of in the next month too', async () => {
    const bot = await branch(
      '2026-05-01T12:00:00',
      [1, 2, 3, 4],
      '2026-05-08T09:00:00',
      ...paid(1, 4),
      ...paid(7, 1, 2, 3, 4),
    );
    expect(about(bot, '您已连续3个月没有交纳党费（2026年1月至3月）')).toHaveLength(1);
    await bot.bot.stop();
  });

  it('GIVEN retired and exempt members THEN they are reminded, and nobody speaks of a veto', async () => {
    const bot = await branch(
      '2026-07-04T12:00:00',
      [1, 2, 3, 4, 5, 6],
      '2026-07-08T09:00:00',
      member(1, '张三', { exempt: true }),
      education,
      refusal,
    );
    expect(about(bot, '已连续6个月没有交纳党费（2026年1月至6月）').map((text) => text.slice(0, 9))).toEqual([
      '张三：提醒：您已连',
      '李强：提醒：张三同',
      '李强：提醒：郑国同',
    ]);
    expect(about(bot, '一票否决').filter((text) => !text.includes('不涉及一票否决'))).toEqual([]);
    await bot.bot.stop();
  });
});

describe('half a year that is owed, in a row or not', () => {
  const months = [1, 2, 3, 4, 5, 6, 7];

  it('GIVEN six months with one paid in between THEN the sixth drafts the veto, after 教育 and 拒交', async () => {
    const bot = await branch(
      '2026-08-05T12:00:00',
      months,
      '2026-08-07T09:00:00',
      ...paid(1, 4),
      ...paid(7, ...months),
      education,
      refusal,
    );
    expect(about(bot, '，累计6个月（2026年1月至3月、5月至7月）')).toHaveLength(1);
    expect(about(bot, '事由：2026年1月至3月、5月至7月没有交纳党费，经教育仍不交')).not.toEqual([]);
    await bot.bot.stop();
  });

  it('GIVEN no refusal, or five months, THEN none is drafted', async () => {
    const noRefusal = await branch(
      '2026-08-05T12:00:00',
      months,
      '2026-08-07T09:00:00',
      ...paid(1, 4),
      ...paid(7, ...months),
      education,
    );
    expect(about(noRefusal, '仍不交的请登记：“/党费 张三 拒交 日期”')).toHaveLength(1);
    expect(about(noRefusal, '已生成 #')).toEqual([]);
    await noRefusal.bot.stop();
    const five = await branch(
      '2026-08-05T12:00:00',
      months,
      '2026-08-07T09:00:00',
      ...paid(1, 4, 7),
      ...paid(7, ...months),
      education,
      refusal,
    );
    expect(about(five, '已生成 #')).toEqual([]);
    await five.bot.stop();
  });
});
