import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;
const told = async (who: string, text: string) => privately(await branch.say(who, text, 'private'), who);
const held = () => branch.sql('SELECT id, kind, state, at FROM activity');
const present = () =>
  branch
    .sql<{ person: number }>("SELECT person FROM attendance WHERE presence = 'present'")
    .map(({ person }) => person);

beforeEach(async () => {
  branch = await openBranch();
});
afterEach(() => branch.close());

async function ballot(): Promise<string> {
  await told('李强', '/评议 开始');
  for (const who of ['张三', '王芳', '赵敏']) await told(who, '/评议 周涛 合格');
  return told('李强', '/评议 结束 是');
}

it('GIVEN the secret ballot ends THEN it is the activity of that day, its voters present and nobody absent', async () => {
  expect(await ballot()).toContain('本次评议已记作民主评议活动');
  expect(held()).toEqual([
    { id: 1, kind: 'democraticAppraisal', state: 'closed', at: '2026-11-23T09:00:00' },
  ]);
  expect(present()).toEqual([1, 2, 4]);
  expect(branch.sql("SELECT number FROM matter WHERE kind = 'deduction'")).toEqual([]);
  expect(await told('张三', '/党员')).toContain('已参加1次');
  expect(await told('周涛', '/党员')).toContain('已参加0次');
  expect(await told('赵敏', '/活动 民主评议 12月1日15:00 三楼')).not.toContain('系统出错');
});

it('GIVEN the meeting itself was announced THEN the ballot is no second one', async () => {
  await branch.say('赵敏', '/活动 民主评议 11月24日15:00 三楼');
  expect(await ballot()).not.toContain('已记作');
  expect(held()).toHaveLength(1);
  expect(present()).toEqual([]);
});

it('GIVEN nobody voted THEN there was no activity', async () => {
  await told('李强', '/评议 开始');
  expect(await told('李强', '/评议 结束 是')).not.toContain('已记作');
  expect(held()).toEqual([]);
});

it('GIVEN a meeting this year that was last year’s THEN the ballot of this year is its own activity', async () => {
  await branch.close();
  branch = await openBranch(undefined, '2026-02-10T09:00:00');
  await branch.say('赵敏', '/活动 民主评议 2月11日15:00 三楼');
  branch.moveTo('2026-11-23T09:00:00');
  expect(await ballot()).toContain('已记作');
  expect(held()).toHaveLength(2);
});

it('GIVEN the meeting was in December THEN the ballot in January, of the same year, is no second one', async () => {
  await branch.say('赵敏', '/活动 民主评议 12月11日15:00 三楼');
  branch.moveTo('2027-01-10T09:00:00');
  expect(await ballot()).not.toContain('已记作');
  expect(held()).toHaveLength(1);
});
