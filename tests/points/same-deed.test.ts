import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inGroup, ledgerSum, openBranch, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;

beforeEach(async () => {
  branch = await openBranch();
});
afterEach(() => branch.close());

const add = async (words: string) =>
  inGroup(await branch.say('赵敏', `/加分 张三 ${words}`, 'group', ['证.jpg']));
const confirm = async (numbers: string, who = '李强') =>
  inGroup(await branch.say(who, `/确认 ${numbers} 已听取`));
const sum = () => ledgerSum(branch, 1);

describe('one deed counts once, with its strongest grade', () => {
  it('GIVEN the weaker is confirmed WHEN the stronger is confirmed THEN it is reversed in the same ruling', async () => {
    await add('13 工委 先进');
    await confirm('1');
    expect(sum()).toBe(5);
    await add('13 国家级 先进');
    expect(await confirm('2')).toContain('#1 不再计分');
    expect(sum()).toBe(30);
    const entries = branch.sql<{ points: number; matter: number; reverses: number | null }>(
      'SELECT points, matter, reverses FROM ledger_entry ORDER BY seq',
    );
    expect(entries).toEqual([
      { points: 5, matter: 1, reverses: null },
      { points: 30, matter: 2, reverses: null },
      { points: -5, matter: 2, reverses: 1 },
    ]);
  });

  it('GIVEN both are open WHEN both are confirmed in one line THEN only the stronger counts, in either order', async () => {
    await add('13 工委 先进');
    await add('13 市级 先进');
    await confirm('1 2');
    expect(sum()).toBe(10);
    await add('13 工委 标兵');
    await add('13 市级 标兵');
    expect(await confirm('4 3')).toContain('#3 随这一行里认定的事项一并办结');
    expect(sum()).toBe(20);
  });

  it('GIVEN the stronger is rejected THEN the weaker still counts', async () => {
    await add('13 工委 先进');
    await add('13 省级 先进');
    await branch.say('李强', '/驳回 2 级别有误');
    await confirm('1');
    expect(sum()).toBe(5);
  });

  it('GIVEN the stronger stands WHEN a weaker or the same is registered THEN it is refused', async () => {
    await add('13 省级 先进');
    expect(await add('13 市级 先进')).toContain('没有登记');
    expect(await add('13 省级 先进')).toContain('没有登记');
    await confirm('1');
    expect(await add('13 市级 先进')).toContain('没有登记');
    expect(sum()).toBe(20);
  });

  it('GIVEN an item without grades WHEN the same words come again THEN both are registered, with a hint', async () => {
    expect(await add('8 献血')).not.toContain('请留意');
    expect(await add('8 献血')).toContain('已登记 #2');
    expect(await add('8 献血')).toContain('请留意：#1、#2');
    await confirm('1 2 3');
    expect(sum()).toBe(9);
  });

  it('GIVEN the deed is known WHEN somebody of the line is not scored THEN he is named first', async () => {
    await add('13 市级 先进');
    const said = inGroup(await branch.say('赵敏', '/加分 张三、郑国 13 市级 先进', 'group', ['证.jpg']));
    expect(said).toContain('郑国同志是离退休党员');
  });

  it('GIVEN another day or another reason THEN it is another deed, with a hint', async () => {
    await add('13 省级 先进');
    expect(await add('13 省级 先进 日期 11月20日')).toContain('请留意：#1');
    expect(await add('13 市级 标兵')).toContain('请留意：#1');
    await confirm('1 2 3');
    expect(sum()).toBe(50);
  });

  it('GIVEN the stronger replaced the weaker WHEN it is corrected THEN the weaker counts again, and everybody hears it', async () => {
    await add('13 工委 先进');
    await confirm('1');
    await add('13 市级 先进');
    await add('13 省级 先进');
    await confirm('2');
    await confirm('3');
    await branch.say('赵敏', '/更正 3 不是省级');
    const heard = await branch.say('钱进', '/确认 4');
    expect(inGroup(heard)).toBe('#4 已认定。');
    expect(heard.some(({ text }) => text.includes('−20分，#2 恢复计分（+10分），现110分'))).toBe(true);
    expect(sum()).toBe(10);
    await branch.say('赵敏', '/更正 2 也不是市级');
    const replies = await branch.say('钱进', '/确认 5');
    expect(sum()).toBe(5);
    const told = replies.filter(({ text }) => text.includes('#1 恢复计分（+5分）'));
    expect(new Set(told.map(({ to }) => to)).size).toBe(4);
    expect(await add('13 工委 先进')).toContain('没有登记');
  });

  it('GIVEN a correction of the weaker waits WHEN the stronger replaces it THEN the correction is closed with it', async () => {
    await add('13 工委 先进');
    await confirm('1');
    await branch.say('赵敏', '/更正 1 级别有误');
    await add('13 市级 先进');
    await confirm('3');
    expect(await confirm('2', '钱进')).toContain('已经办结');
    expect(sum()).toBe(10);
  });

  it('GIVEN the matter was corrected WHEN the deed is registered anew THEN it counts again, once', async () => {
    await add('8 献血');
    await confirm('1');
    await branch.say('赵敏', '/更正 1 登记有误');
    await confirm('2', '钱进');
    expect(sum()).toBe(0);
    expect(await add('8 献血')).toContain('已登记 #3');
    await confirm('3');
    expect(sum()).toBe(3);
  });

  it('GIVEN one person twice in a line THEN it is refused whole', async () => {
    expect(inGroup(await branch.say('赵敏', '/加分 张三、张三 8 植树'))).toContain('写了两次');
    expect(sum()).toBe(0);
  });
});
