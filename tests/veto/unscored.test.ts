import { afterAll, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import { activity, member } from '../support/branch/branch-facts.js';
import { freshFile, openBot, removeFiles } from '../support/branch/clock-bot.js';

afterAll(removeFiles);

/** A meeting each month from January on, which a retired, an exempt and a scored member missed. */
const missed = (months: number) =>
  Array.from({ length: months }, (_, index) => index + 1).flatMap((month) => {
    const at = `2026-0${month}-20T15:00:00`;
    const row = { due: true, presence: 'absent', source: 'rollCall', recordedBy: 3, recordedAt: at } as const;
    return [
      put('activity', activity(month, at, { state: 'closed', closedAt: at, closedBy: 3 })),
      ...[1, 2, 7].map((person) => put('attendance', { activity: month, person, ...row })),
    ];
  });

it.each([
  [3, '连续3个月'],
  [5, '连续5个月'],
  [6, '连续6个月'],
])(
  'GIVEN retired and exempt members who missed %i months THEN the secretary is asked to look after them, and nobody threatens them',
  async (months, run) => {
    const bot = await openBot(freshFile(), `2026-0${months}-28T12:00:00`);
    await bot.seed(
      member(7, '郑国', { category: 'retired' }),
      member(2, '王芳', { exempt: true }),
      ...missed(months),
    );
    bot.now = `2026-0${months + 1}-01T09:00:00`;
    await bot.runDue();
    const told = (word: string) =>
      bot.said.filter((text) => text.includes(word)).map((text) => text.slice(0, text.indexOf('（')));
    expect(told('做好关爱').map((text) => text.slice(-13))).toEqual([
      expect.stringContaining(run),
      expect.stringContaining(run),
    ]);
    expect(bot.said.filter((text) => /^(?:王芳|郑国)：.*一票否决/u.test(text))).toEqual([]);
    expect(bot.said.filter((text) => /^张三：.*一票否决/u.test(text))).toHaveLength(1);
    await bot.bot.stop();
  },
);
