/** Another process holds the lock of the file: questions are answered meanwhile, what changes something waits its turn. */
import { expect, it, onTestFinished } from 'vitest';
import type { Timer } from '../../src/app/ports/clock.js';
import { openStage } from '../../src/cli/stage/stage.js';
import { openConnection } from '../../src/store/connection.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { people } from '../support/branch/clock-bot.js';

it('a read does not wait behind a blocked write, except its own', async () => {
  const rulebook = await loadRulebook('rulebooks/2018.yaml');
  // Nobody gives up waiting, however slow the machine.
  const timer: Timer = {
    now: () => 0,
    after: (milliseconds, work) => {
      const timeout = setTimeout(work, milliseconds);
      return () => clearTimeout(timeout);
    },
  };
  const founding = { branch: '机关第一党支部', people };
  const stage = await openStage({ rulebook, founding, disk: { timer } });
  onTestFinished(() => stage.close());
  const said = (who: string) =>
    stage.said
      .filter(({ chat }) => chat.kind === 'private' && chat.account === who)
      .map(({ text }) => text.split('\n')[0] ?? '');
  const ask = (who: string, text: string) =>
    stage.hear(who, text, { chat: { kind: 'private', account: who } });
  const other = openConnection(stage.databaseFile);
  other.exec('BEGIN IMMEDIATE');
  const written = [ask('张三', '/申报 8 献血')];
  await expect.poll(() => stage.bot.store.isBlocked(), { interval: 1 }).toBe(true);
  // Their order is that of the queue; a question of one's own does not overtake.
  written.push(ask('王芳', '/申报 8 植树'), ask('张三', '/积分'));
  await ask('周涛', '/积分');
  await ask('李强', '/待办');
  expect(said('周涛')).toEqual(['周涛 2026年积分：100分']);
  expect(said('李强')).toHaveLength(1);
  expect([...said('张三'), ...said('王芳')]).toEqual([]);
  expect(stage.sql('SELECT COUNT(*) AS n FROM matter')).toEqual([{ n: 0 }]);
  other.exec('COMMIT');
  other.close();
  await Promise.all(written);
  await stage.bot.delivery.idle();
  expect(said('张三').map((text) => text.slice(0, 6))).toEqual(['已登记 #1', '张三 202']);
  expect(said('王芳')[0]).toContain('已登记 #2');
  expect(stage.sql('SELECT COUNT(*) AS n FROM matter')).toEqual([{ n: 2 }]);
  // What was answered meanwhile is written with the next commit: a second delivery says nothing.
  await ask('李强', '/申报 8 义诊');
  expect(stage.sql("SELECT COUNT(*) AS n FROM inbox WHERE channel = 'play'")).toEqual([{ n: 6 }]);
});
