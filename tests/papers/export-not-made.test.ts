import Database from 'libsql';
import { afterEach, expect, test } from 'vitest';
import { openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch | undefined;
afterEach(async () => {
  await branch?.close();
  branch = undefined;
});

/** A branch with two closed activities, of which the first has a picture. */
async function held(): Promise<TestBranch> {
  const opened = await openBranch();
  branch = opened;
  const recorder = (line: string, files: readonly string[] = []) =>
    opened.say('赵敏', line, 'private', files);
  for (const [kind, day] of [
    ['党课', '24'],
    ['支部大会', '25'],
  ] as const) {
    await recorder(`/活动 ${kind} 11月${day}日15:00 三楼`);
    opened.moveTo(`2026-11-${day}T16:00:00`);
    await recorder(`/点名 ${kind} 全到`);
    await recorder(`/纪要 ${kind} 学习了文件。`, kind === '党课' ? ['会场.jpg'] : []);
    await recorder(`/结束 ${kind}`);
  }
  return opened;
}

const asked = async (opened: TestBranch, line: string) =>
  privately(await opened.say('赵敏', line, 'private'), '赵敏');

/** Takes the picture out of the file behind the bot's back, so that no archive can be made of it. @returns how to put it back */
function damaged(opened: TestBranch): () => void {
  const [{ file } = { file: '' }] = opened.sql<{ file: string }>('PRAGMA database_list');
  const run = (query: string) => {
    const db = new Database(file);
    db.exec(query);
    db.close();
  };
  run('CREATE TABLE kept AS SELECT * FROM file_content; DELETE FROM file_content;');
  return () => run('INSERT INTO file_content SELECT * FROM kept; DROP TABLE kept;');
}

test('GIVEN an archive that cannot be made THEN its activities wait again, and the line that the answer names works', async () => {
  const opened = await held();
  const repair = damaged(opened);
  expect(await asked(opened, '/导出 活动')).toContain('附件没有做成。请稍后把这条命令再发一次');
  repair();
  const again = await asked(opened, '/导出 活动');
  expect(again).toContain('待导出的，共2次活动');
  expect(again).not.toContain('没有做成');
  expect(await asked(opened, '/导出 活动')).toContain('已结束的活动都已导出过');
});

test('what was not in it stays exported', async () => {
  const opened = await held();
  const repair = damaged(opened);
  // The archive of this one has no picture, and is made.
  expect(await asked(opened, '/导出 活动 支部大会')).not.toContain('没有做成');
  opened.moveTo('2026-11-26T09:00:00');
  expect(await asked(opened, '/导出 活动 党课')).toContain('没有做成');
  repair();
  expect(await asked(opened, '/导出 活动')).toContain('待导出的，共1次活动');
});
