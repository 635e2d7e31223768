import { afterAll, expect, it } from 'vitest';
import { member } from '../support/branch/branch-facts.js';
import { freshFile, openBot, removeFiles } from '../support/branch/clock-bot.js';

afterAll(removeFiles);

it.each([
  ['amounts are kept', { monthlyDues: { amount: 6000, since: '2026-03-01' } }, ['赵敏', '李强']],
  ['none is kept', {}, []],
])(
  'GIVEN %s THEN recorder and secretary are asked once in January to look at them, with no amount',
  async (_, kept, readers) => {
    const bot = await openBot(freshFile(), '2027-01-08T12:00:00');
    await bot.seed(member(1, '张三', kept));
    for (const now of [
      '2027-01-11T08:29:00',
      '2027-01-11T09:00:00',
      '2027-01-20T09:00:00',
      '2027-02-03T09:00:00',
    ]) {
      bot.now = now;
      await bot.runDue();
      if (now < '2027-01-11T08:30:00') expect(bot.said.filter((text) => text.includes('核定'))).toEqual([]);
    }
    const asked = bot.said.filter((text) => text.includes('核定'));
    expect(asked.map((text) => text.split('：')[0])).toEqual(readers);
    expect(asked.filter((text) => /60|张三/u.test(text))).toEqual([]);
    await bot.bot.stop();
  },
);
