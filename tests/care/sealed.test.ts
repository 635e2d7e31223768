import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inGroup, openBranch, privately, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;
beforeAll(async () => {
  branch = await openBranch();
});
afterAll(() => branch.close());

const rows = () => branch.sql<{ sealed: Uint8Array }>('SELECT sealed FROM care');

describe('care', () => {
  it.each([
    '/关怀 郑国 身体 糖尿病',
    '/走访 郑国 糖尿病',
    '/慰问 郑国 二百 糖尿病',
    '/关怀 郑国 病情 糖尿病',
  ])('GIVEN %s in the group THEN it is refused, neither kept nor said again', async (line) => {
    const heard = await branch.say('赵敏', line);
    expect(inGroup(heard)).toContain('私聊');
    expect(heard.map(({ text }) => text).join()).not.toMatch(/糖尿病|二百/u);
    expect(rows()).toEqual([]);
  });

  it('GIVEN an entry in private THEN its words are in no column of the file, and only its keepers read it', async () => {
    await branch.say('赵敏', '/关怀 郑国 身体 糖尿病', 'private');
    await branch.say('李强', '/慰问 郑国 200.50 糖尿病', 'private');
    expect(rows()).toHaveLength(2);
    const outbox = branch.sql<object>('SELECT * FROM outbox');
    const everything = JSON.stringify(
      [branch.sql<object>('SELECT * FROM care'), outbox].flat(),
      (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value),
    );
    expect(everything).not.toContain('糖尿病');
    expect(privately(await branch.say('李强', '/关怀 郑国', 'private'), '李强')).toContain('糖尿病');
    for (const who of ['钱进', '郑国', '孙伟'])
      expect(privately(await branch.say(who, '/关怀 郑国', 'private'), who)).not.toContain('糖尿病');
  });
});
