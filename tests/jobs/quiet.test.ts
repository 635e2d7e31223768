import { afterAll, describe, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import { activity, asked } from '../support/branch/branch-facts.js';
import { freshFile, openBot, removeFiles, type ClockBot } from '../support/branch/clock-bot.js';

afterAll(removeFiles);

const meeting = (at: string) => put('activity', activity(1, at, { calledAt: '2026-11-23T10:00:00' }));

async function freshBot(): Promise<ClockBot & { readonly file: string }> {
  const file = freshFile();
  return Object.assign(await openBot(file, '2026-11-23T09:30:00'), { file });
}

async function walk(bot: ClockBot, ...times: readonly string[]): Promise<void> {
  for (const time of times) {
    bot.now = time;
    await bot.runDue();
  }
}

describe('what is caught up', () => {
  it('waits for the allowed hours of a working day when it starts at night or on a free day', async () => {
    const first = await freshBot();
    await first.seed(meeting('2026-11-29T15:00:00'), asked(1, 1), asked(1, 2));
    await first.bot.stop();
    // The preview was due at 15:00; New Year falls on a Friday, so the office opens on Monday.
    const second = await openBot(first.file, '2026-12-31T23:00:00');
    await second.bot.start();
    await second.bot.delivery.idle();
    expect(second.said).toEqual([]);
    await walk(second, '2027-01-02T10:00:00', '2027-01-04T08:29:00');
    expect(second.said).toEqual([]);
    await walk(second, '2027-01-04T08:30:00');
    // Beside it, the meeting that nobody closed.
    expect(second.said).toHaveLength(3);
    // The secretary sees it first: what was to be published on Monday waits until Tuesday.
    expect(second.said.join('\n')).toContain('预览迟了，公示顺延，将于1月5日（周二）09:00发到群里');
    await walk(second, '2027-01-04T09:00:00', '2027-01-04T18:00:00', '2027-01-05T08:59:00');
    expect(second.said.filter((text) => text.includes('公示第1号'))).toEqual([]);
    await walk(second, '2027-01-05T09:00:00', '2027-01-05T09:01:00');
    expect(second.said.filter((text) => text.includes('公示第1号'))).toHaveLength(1);
    await second.bot.stop();
  });

  it('lets a reminder of a weekend overtake what waits, and loses neither', async () => {
    const first = await freshBot();
    await first.seed(meeting('2027-01-03T15:00:00'), asked(1, 1), asked(1, 2));
    await first.bot.stop();
    const second = await openBot(first.file, '2027-01-01T10:00:00');
    await second.bot.start();
    await second.bot.delivery.idle();
    await walk(second, '2027-01-02T15:00:00');
    expect(second.said.map((text) => text.slice(0, 4))).toEqual(['群：提醒']);
    await walk(second, '2027-01-03T13:00:00', '2027-01-04T08:30:00', '2027-01-05T09:00:00');
    const kept = second.said.map((text) => /公示预览|公示第1号|群：提醒/u.exec(text)?.[0] ?? '');
    expect(kept.filter((word) => word !== '')).toEqual(['群：提醒', '群：提醒', '公示预览', '公示第1号']);
    await second.bot.stop();
  });
});
