import { afterAll, describe, expect, it } from 'vitest';
import { freshFile, openBot, removeFiles } from '../support/branch/clock-bot.js';

afterAll(removeFiles);

/** What was said last, first lines only. */
const last = (said: readonly string[], count: number) =>
  said.slice(-count).map((text) => text.split('\n')[0]);

describe('a hold that lasts into the next period', () => {
  it('leaves the next publication alone, and each is let go by name', async () => {
    const bot = await openBot(freshFile(), '2026-12-31T15:30:00');
    await bot.say('李强', '/暂缓 等审计');
    await bot.bot.advance('2027-03-31T15:30:00', (at) => void (bot.now = at));
    await bot.say('李强', '/暂缓 还要等');
    expect(last(bot.said, 2)[0]).toMatch(/^李强：已暂缓2027年一季度积分公示/u);
    await bot.say('李强', '/暂缓 再等');
    expect(last(bot.said, 1)[0]).toMatch(
      /^李强：2027年一季度积分公示已由李强同志于3月31日（周三）15:30暂缓/u,
    );
    bot.now = '2027-04-02T10:00:00';
    await bot.runDue();
    expect(bot.said.filter((text) => text.startsWith('群：'))).toEqual([]);
    await bot.say('李强', '/公示');
    expect(bot.said.at(-1)).toBe(
      '李强：有几期积分公示在暂缓中，请选一行发送：\n/公示 2026年四季度\n/公示 2027年一季度',
    );
    await bot.say('李强', '/公示 2026年四季度');
    expect(last(bot.said, 2)).toEqual([
      '群：公示第1号：2026年四季度积分',
      '李强：2026年四季度积分已在群里公示，公示第1号。',
    ]);
    await bot.say('钱进', '/公示');
    expect(last(bot.said, 2)[0]).toBe('群：公示第2号：2027年一季度积分');
    await bot.bot.stop();
  });

  it('does not touch a publication that is not held', async () => {
    const bot = await openBot(freshFile(), '2026-12-31T15:30:00');
    await bot.say('李强', '/暂缓 等审计');
    for (const now of ['2027-03-31T15:00:00', '2027-04-01T09:00:00']) {
      bot.now = now;
      await bot.runDue();
    }
    expect(bot.said.filter((text) => text.startsWith('群：')).map((text) => text.split('\n')[0])).toEqual([
      '群：公示第1号：2027年一季度积分',
    ]);
    await bot.bot.stop();
  });
});

describe('a publication by hand', () => {
  it('spares the clock its own', async () => {
    const bot = await openBot(freshFile(), '2026-09-28T10:00:00');
    bot.now = '2026-10-01T10:00:00';
    await bot.runDue();
    await bot.say('钱进', '/公示 三季度');
    bot.now = '2026-10-08T09:00:00';
    await bot.runDue();
    expect(bot.said.filter((text) => text.startsWith('群：公示'))).toHaveLength(1);
    await bot.bot.stop();
  });

  it('is refused for a time in which nobody was here yet', async () => {
    const bot = await openBot(freshFile(), '2026-10-01T10:00:00');
    await bot.say('李强', '/公示 2024年四季度');
    expect(bot.said).toEqual([
      '李强：没有公示：本支部10月1日（周四）启用，2024年四季度在这之前，没有认定过积分。启用以后的各期，期满后会自动公示。',
    ]);
    await bot.bot.stop();
  });

  it('takes a reason of 200 characters for a hold and no more', async () => {
    const bot = await openBot(freshFile(), '2026-12-31T16:00:00');
    await bot.say('李强', `/暂缓 ${'核'.repeat(201)}`);
    expect(bot.said).toEqual(['李强：理由请控制在200字以内。']);
    await bot.say('李强', `/暂缓 ${'核'.repeat(200)}`);
    expect(bot.said[1]).toMatch(/^李强：已暂缓/u);
    await bot.bot.stop();
  });
});
