import Database from 'libsql';
import { afterAll, expect, it } from 'vitest';
import { openStage } from '../../src/cli/stage/stage.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { people } from '../support/branch/clock-bot.js';

const stage = await openStage({
  rulebook: await loadRulebook('rulebooks/2018.yaml'),
  clock: '2026-10-09T10:00:00',
  founding: { branch: '机关第一党支部', people },
});
afterAll(() => stage.close());
const texts = async (said: Promise<readonly { readonly text: string }[]>) =>
  (await said).map(({ text }) => text).join('\n');

it("GIVEN a category that was changed by another hand THEN the branch is read and takes nothing more, the clock's work too", async () => {
  await stage.say('赵敏', '/加分 张三 8 植树 证明 王芳、周涛');
  const db = new Database(stage.databaseFile);
  db.exec("UPDATE person SET category = 'retired' WHERE name = '张三'");
  // Over bytes that are no text the driver would end the process.
  for (const [table, column] of [
    ['office', 'recommended_on'],
    ['outbox', 'chat'],
    ['inbox', 'at'],
    ['lease', 'owner'],
    ['branch', 'claimed_on'],
  ] as const)
    db.exec(`UPDATE "${table}" SET "${column}" = CAST(x'FFFE41' AS TEXT)`);
  db.close();
  await stage.restart();
  expect(await texts(stage.whisper('李强', '/状态'))).toContain('被程序以外的手改动过，只能查询');
  expect(await texts(stage.whisper('王芳', '/积分'))).toContain('王芳 2026年积分：100分');
  const entries = () => stage.sql('SELECT COUNT(*) AS count FROM matter');
  const before = entries();
  expect(await texts(stage.say('赵敏', '/加分 王芳 8 献血'))).toContain('没有办理：本支部的数据');
  expect(await texts(stage.advance('2026-10-12T18:00:00'))).toBe('');
  expect(entries()).toEqual(before);
});
