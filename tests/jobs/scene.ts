import { put } from '../../src/domain/branch/rows.js';
import { activity, bonusMatter } from '../support/branch/branch-facts.js';
import { freshFile, openBot, type ClockBot } from '../support/branch/clock-bot.js';

export const meeting = (at: string, changed: Parameters<typeof activity>[2] = {}) =>
  put('activity', activity(1, at, { calledAt: '2026-11-23T10:00:00', ...changed }));

export const material = (matter: number) =>
  put('material', {
    matter,
    no: 1,
    by: 3,
    at: '2026-11-23T10:00:00',
    type: 'document',
    file: null,
    text: '1号',
  });

/** A matter about 张三 that the recorder proposed and whose proof is complete. */
export const ready = (number: number) => [
  put('matter', { ...bonusMatter(number, '2026-11-23T10:00:00'), subject: 1, proposer: 3 }),
  material(number),
];

export async function freshBot(): Promise<ClockBot & { readonly file: string }> {
  const file = freshFile();
  return Object.assign(await openBot(file, '2026-11-23T09:30:00'), { file });
}

/** Moves minute by minute, as cron does, or in leaps. */
export async function walk(bot: ClockBot, ...times: readonly string[]): Promise<void> {
  for (const time of times) {
    bot.now = time;
    await bot.runDue();
  }
}
