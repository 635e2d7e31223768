import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import { activity, asked } from '../support/branch/branch-facts.js';
import { openBot, removeFiles } from '../support/branch/clock-bot.js';
import { freshBot, meeting, ready, walk } from './scene.js';

afterAll(removeFiles);

/** Claims of the clock, as in the file. */
function claimsIn(file: string): readonly string[] {
  const db = new Database(file);
  const rows = db
    .prepare("SELECT message_id AS id FROM inbox WHERE channel = 'clock' ORDER BY rowid")
    .all() as readonly { readonly id: string }[];
  db.close();
  return rows.map(({ id }) => id);
}

const reminded =
  '群：提醒：支部大会于11月28日（周六）15:00在三楼会议室举行，请应到的同志安排好时间（已请假的除外）。确有事不能到的，请提前发送“/请假 支部大会”。';

describe('reminders of an activity', () => {
  it('reach the group twice, on a weekend too, and nobody by name', async () => {
    const bot = await freshBot();
    await bot.seed(meeting('2026-11-28T15:00:00'), asked(1, 1), asked(1, 2));
    await walk(bot, '2026-11-27T14:59:00');
    expect(bot.said).toEqual([]);
    await walk(bot, '2026-11-27T15:00:00', '2026-11-27T15:01:00');
    expect(bot.said).toEqual([reminded]);
    await walk(bot, '2026-11-28T13:00:00', '2026-11-28T15:00:00');
    expect(bot.said).toEqual([reminded, reminded]);
    await bot.bot.stop();
  });

  it('are not sent when everybody due is on leave, cancelled, or the hour has struck', async () => {
    const bot = await freshBot();
    const leave = (number: number, subject: number) =>
      put('matter', {
        number,
        kind: 'leave',
        state: 'confirmed',
        subject,
        proposer: subject,
        openedAt: '2026-11-23T10:00:00',
        appointments: 0,
        drafted: false,
        activity: 1,
        leaveKind: 'sick',
        reason: null,
      });
    await bot.seed(meeting('2026-11-28T15:00:00'), asked(1, 1), asked(1, 2), leave(1, 1), leave(2, 2));
    await walk(bot, '2026-11-27T15:00:00');
    expect(bot.said).toEqual([]);
    await bot.seed(put('activity', activity(2, '2026-11-28T16:00:00', { state: 'cancelled' })), asked(2, 1));
    await bot.seed(put('activity', activity(3, '2026-12-02T15:00:00')), asked(3, 1));
    await walk(bot, '2026-12-02T15:00:00');
    expect(bot.said.filter((text) => text.startsWith('群：'))).toEqual([]);
    expect(claimsIn(bot.file).filter((id) => id.includes('/2@'))).toEqual([]);
    expect(claimsIn(bot.file).filter((id) => id.includes('/3@'))).toHaveLength(2);
    await bot.bot.stop();
  });

  it('go out again for the new time when the activity is moved', async () => {
    const bot = await freshBot();
    await bot.seed(meeting('2026-11-26T15:00:00'), asked(1, 1));
    await walk(bot, '2026-11-25T15:00:00');
    bot.now = '2026-11-25T16:00:00';
    await bot.seed(meeting('2026-11-28T15:00:00', { calledAt: '2026-11-25T16:00:00' }));
    await walk(bot, '2026-11-26T13:00:00', '2026-11-27T15:00:00', '2026-11-28T13:00:00');
    expect(bot.said).toHaveLength(3);
    expect(claimsIn(bot.file).filter((id) => id.startsWith('remind'))).toEqual([
      'remind-day/1@2026-11-25T15:00:00',
      'remind-day/1@2026-11-27T15:00:00',
      'remind-hours/1@2026-11-28T13:00:00',
    ]);
    await bot.bot.stop();
  });
});

describe('a bot that was down', () => {
  it('catches up once at the next start, and skips what is stale', async () => {
    const first = await freshBot();
    await first.seed(...ready(1), meeting('2026-11-27T15:00:00'), asked(1, 1));
    await first.bot.stop();

    const second = await openBot(first.file, '2026-11-27T14:00:00');
    // Wednesday's and Thursday's digests are stale on Friday, and so is the first reminder beside the second.
    expect(second.said.map((text) => text.split('\n')[0])).toEqual([
      '李强：待办汇总（11月27日 周五）：有1条等您认定',
      expect.stringContaining('群：提醒：支部大会'),
    ]);
    await second.bot.stop();

    const third = await openBot(first.file, '2026-11-27T14:00:00');
    expect(third.said).toEqual([]);
    await third.runDue();
    expect(third.said).toEqual([]);
    await third.bot.stop();
    expect(claimsIn(first.file)).toEqual([
      'digest@2026-11-24T09:00:00',
      'digest@2026-11-25T09:00:00',
      'digest@2026-11-26T09:00:00',
      'remind-day/1@2026-11-26T15:00:00',
      'digest@2026-11-27T09:00:00',
      'remind-hours/1@2026-11-27T13:00:00',
    ]);
  });

  it('publishes late, and never what was due before the branch was founded', async () => {
    const first = await freshBot();
    await first.bot.stop();
    const second = await openBot(first.file, '2027-01-20T10:00:00');
    await walk(second, '2027-01-21T09:00:00');
    const inGroup = second.said.filter((text) => text.startsWith('群：'));
    expect(inGroup).toHaveLength(1);
    expect(inGroup[0]).toMatch(/^群：公示第1号：2026年四季度积分\n截至2026年12月31日（周四）已认定/u);
    await second.bot.stop();
  });

  it('does not forget what was due when a line comes first', async () => {
    const bot = await freshBot();
    await bot.seed(...ready(1));
    bot.now = '2026-11-24T10:00:00';
    await bot.say('张三', '/申报 8 献血');
    await bot.say('赵敏', '/加分 王芳 8 献血');
    expect(bot.bot.store.branches()[0]?.nextDue).toBe('2026-11-24T09:00:00');
    await bot.runDue();
    expect(bot.said.filter((text) => text.includes('待办汇总'))).toHaveLength(1);
    await bot.bot.stop();
  });
});

describe('time going back', () => {
  it('runs no claim again', async () => {
    const bot = await freshBot();
    await bot.seed(...ready(1));
    await walk(
      bot,
      '2026-11-24T09:00:00',
      '2026-11-23T09:00:00',
      '2026-11-24T08:59:00',
      '2026-11-24T09:00:00',
      '2026-11-24T09:01:00',
    );
    expect(bot.said).toHaveLength(1);
    await bot.bot.stop();
  });
});

describe('two processes on one file', () => {
  it('run each job once', async () => {
    const one = await freshBot();
    await one.seed(...ready(1), meeting('2026-11-28T15:00:00'), asked(1, 1));
    const other = await openBot(one.file, '2026-11-23T10:00:00');
    for (const time of [
      '2026-11-24T09:00:00',
      '2026-11-26T09:00:00',
      '2026-11-27T16:00:00',
      '2026-11-28T14:00:00',
    ]) {
      one.now = time;
      other.now = time;
      await Promise.all([one.runDue(), other.runDue()]);
    }
    const claims = claimsIn(one.file);
    expect(new Set(claims).size).toBe(claims.length);
    expect(claims).toHaveLength(6);
    // 25 November is stale when the 26th is due.
    expect([...one.said, ...other.said].map((text) => text.slice(0, 16)).sort()).toHaveLength(5);
    await one.bot.stop();
    await other.bot.stop();
  });
});

describe('a clock that is moved', () => {
  it('shows each due time while its jobs run', async () => {
    const bot = await freshBot();
    await bot.seed(...ready(1));
    const stops: string[] = [];
    await bot.bot.advance('2026-11-26T18:00:00', (at) => {
      stops.push(at);
      bot.now = at;
    });
    await bot.bot.delivery.idle();
    expect(stops).toEqual([
      '2026-11-24T09:00:00',
      '2026-11-25T09:00:00',
      '2026-11-26T09:00:00',
      '2026-11-26T18:00:00',
    ]);
    expect(bot.said).toHaveLength(3);
    await bot.bot.stop();
  });

  it('arrives where a job is due, though it runs on while the job does', async () => {
    const bot = await freshBot();
    await bot.seed(...ready(1));
    await bot.bot.advance('2026-11-24T09:00:00', (at) => {
      if (at < bot.now) throw new RangeError('the clock only moves forward');
      // A second goes by before the work is done.
      bot.now = '2026-11-24T09:00:01';
    });
    await bot.bot.delivery.idle();
    expect(bot.said).toHaveLength(1);
    await bot.bot.stop();
  });

  it('leaves a sleeping branch without work until the month is over', async () => {
    const bot = await freshBot();
    expect(bot.bot.store.branches()[0]?.nextDue).toBe('2026-12-01T10:30:00');
    expect(bot.bot.store.branchesDue('2026-12-01T10:29:00')).toEqual([]);
    await bot.bot.stop();
  });
});
