import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBranch, type TestBranch } from '../support/branch/test-branch.js';

let branch: TestBranch;

beforeEach(async () => {
  branch = await openBranch();
});
afterEach(() => branch.close());

const told = async (line: string, files: readonly string[]) =>
  (await branch.say('赵敏', line, 'private', files)).map(({ text }) => text).join('\n');
const lost = '没有收下，请随改好的那行再发一次';

describe('a picture that came with a line', () => {
  it('GIVEN the line is not done THEN the lines to copy say that it has to come again', async () => {
    const two = '/加分 张三 8 除冰 /加分 王芳 8 除冰';
    expect(await told(two, ['四.jpg'])).toContain(lost);
    expect(await told('/加分 张三 13 先进', ['四.jpg'])).toContain(lost);
    expect(await told(two, [])).not.toContain(lost);
  });

  it('GIVEN the reason names another day THEN the line for that day has to bring it too', async () => {
    expect(await told('/加分 张三 8 昨天扫雪', ['一.jpg'])).toContain('再连同图片、文件发：\n/加分 张三 8');
    expect(await told('/加分 张三 8 上周扫雪', ['一.jpg'])).toContain('再连同图片、文件发原来那行');
    expect(await told('/加分 张三 8 昨天献血', [])).toContain('再发：\n/加分 张三 8');
  });
});
