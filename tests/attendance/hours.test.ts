import { afterEach, expect, it } from 'vitest';
import { readRulebookBytes } from '../../src/start/files/rulebook-file.js';
import { editedYaml } from '../rulebook/variant.js';
import { commandLineCast, openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;
afterEach(() => branch.close());

async function openWith(counted: boolean): Promise<(who: string, text: string) => Promise<string>> {
  const read = readRulebookBytes(Buffer.from(editedYaml([['quotaRules', 'studyHours', 'counted'], counted])));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  branch = await openBranch(commandLineCast, '2026-11-23T09:00:00', read.loaded);
  return async (who, text) => privately(await branch.say(who, text, 'private'), who);
}

it('GIVEN hours are counted THEN those present get them, towards 32 or 56, and what was forgotten is added', async () => {
  const told = await openWith(true);
  await told('赵敏', '/活动 支部大会 11月24日15:00-17:30 三楼');
  await told('赵敏', '/活动 党课 11月25日15:00 三楼');
  branch.moveTo('2026-11-25T18:00:00');
  await told('赵敏', '/点名 支部大会 全到 除 王芳');
  expect(await told('赵敏', '/结束 支部大会')).toContain('记2.5学时，到会的同志都计入。');
  await told('赵敏', '/点名 党课 全到');
  expect(await told('赵敏', '/结束 党课 学时 多')).toContain('“多”不是');
  expect(await told('赵敏', '/结束 党课')).toContain('还没有记学时，补记例：/结束 党课#2 学时 2');
  expect(await told('张三', '/党员')).toContain('已参加2次；学时2.5，全年应有32');
  expect(await told('赵敏', '/结束 党课#2 学时 2')).toBe(
    '已登记：党课（11月25日（周三）15:00）记2学时，到会的同志都计入。',
  );
  expect(await told('赵敏', '/结束 党课#2 学时 2')).toContain('已经结束');
  expect(await told('张三', '/党员')).toContain('学时4.5，全年应有32');
  expect(await told('王芳', '/党员')).toContain('学时2，全年应有32');
  expect(await told('李强', '/党员 李强')).toContain('学时4.5，全年应有56');
});

it('GIVEN they are not counted, as by default, THEN nothing speaks of them', async () => {
  const told = await openWith(false);
  await told('赵敏', '/活动 支部大会 11月24日15:00-17:30 三楼');
  branch.moveTo('2026-11-25T18:00:00');
  await told('赵敏', '/点名 支部大会 全到');
  expect(await told('赵敏', '/结束 支部大会 学时 2')).toContain('没有统计学时');
  expect(await told('赵敏', '/结束 支部大会')).not.toContain('学时');
  expect(await told('张三', '/党员')).not.toContain('学时');
});
