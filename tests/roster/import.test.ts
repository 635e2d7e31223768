import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/roster/command.js';
import { call } from '../support/processes/command-line.js';
import { ask } from '../support/branch/ledger.js';
import { temporaryPath, written } from './files.js';

const roster = (database: string, ...words: string[]) => call(run, { database }, ...words);

function count(database: string, sql: string): unknown {
  return ask(database, sql)[0]?.['n'];
}

const first = `姓名,类别,职务,党小组,手机
李强,领导干部党员,书记,,13800138000
赵敏,机关党员,记录员,第一小组,
张三,机关党员,党小组组长,第一小组,
张三,窗口党员,,,
陈晨,预备党员,,,
孙伟,群众,,,
周明,上级,,,
`;

describe('npm run roster', () => {
  test('shows what would change, writes only with --yes, and the second time nothing', async () => {
    const database = temporaryPath('zhibu.db');
    const file = written('名册.csv', first);
    const dry = await roster(database, file);
    expect(dry.code).toBe(0);
    expect(dry.out).toContain('行  姓名  变动  内容\n2   李强  新增  领导干部党员');
    expect(dry.out).toContain('新增7人，更改0人，不变0人。');
    expect(dry.out).toContain('没有写入');
    expect(count(database, 'SELECT COUNT(*) AS n FROM branch')).toBe(0);

    const real = await roster(database, file, '--yes');
    expect(real).toMatchObject({ code: 0, err: '' });
    expect(count(database, 'SELECT COUNT(*) AS n FROM person')).toBe(7);
    expect(count(database, 'SELECT COUNT(*) AS n FROM office WHERE until_at IS NULL')).toBe(3);
    expect(count(database, 'SELECT SUM(probationary) AS n FROM person')).toBe(1);
    expect(count(database, "SELECT COUNT(*) AS n FROM audit WHERE use_case = 'roster.import'")).toBe(1);
    expect(count(database, 'SELECT COUNT(*) AS n FROM account')).toBe(0);

    const again = await roster(database, file, '--yes');
    expect(again.code).toBe(0);
    expect(again.out).toContain('没有变化');
    expect(count(database, 'SELECT version AS n FROM branch')).toBe(1);
  });

  test('changes what the file says otherwise, and removes nobody', async () => {
    const database = temporaryPath('zhibu.db');
    await roster(database, written('名册.csv', first), '--yes');
    const second = await roster(
      database,
      written('二.csv', '姓名,类别,职务,党小组\n张三,窗口党员,监督员,第二小组\n王芳,机关党员,,\n'),
      '--yes',
    );
    expect(second.code).toBe(0);
    expect(second.out).toContain('更改  党小组 （空）→第二小组，任监督员');
    expect(second.out).toContain('新增1人，更改1人，不变0人。');
    expect(second.out).toContain('没有的6人不作变动：李强、赵敏、张三、陈晨、孙伟、周明');
    expect(count(database, 'SELECT COUNT(*) AS n FROM person WHERE left_on IS NULL')).toBe(8);
  });

  test('imports nothing where a row is bad or disagrees with the branch', async () => {
    const database = temporaryPath('zhibu.db');
    const bad = await roster(
      database,
      written('坏.csv', '姓名,类别\n张三,机关党员\n李四,机关干部\n'),
      '--yes',
    );
    expect(bad.code).toBe(1);
    expect(bad.err).toContain('第3行“类别”：没有“机关干部”这一类别');
    await roster(database, written('名册.csv', first), '--yes');
    const taken = await roster(
      database,
      written('三.csv', '姓名,类别,职务\n王芳,机关党员,书记\n赵敏,机关党员,副书记\n'),
      '--yes',
    );
    expect(taken.code).toBe(1);
    expect(taken.err).toContain('第2行“王芳”：书记现由李强担任，请先在群里发送“/免职 李强 书记”。');
    expect(taken.err).toContain('第3行“赵敏”：担任记录员，不能兼任副书记。');
    const unclear = await roster(
      database,
      written('四.csv', '姓名,类别\n张三,机关党员\n张三,机关党员\n'),
      '--yes',
    );
    expect(unclear.code).toBe(1);
    expect(count(database, 'SELECT COUNT(*) AS n FROM person')).toBe(7);
  });

  test('names what is wrong with the command or the settings', async () => {
    const database = temporaryPath('zhibu.db');
    expect(await roster(database)).toMatchObject({ code: 2 });
    expect(await roster(database, '--nonsense')).toMatchObject({ code: 2 });
    const none = await roster(database, join(dirname(database), '没有.xlsx'));
    expect(none.code).toBe(1);
    expect(none.err).toContain('找不到文件');
    const template = await roster(database, '--template', join(dirname(database), '空.xlsx'));
    expect(template).toMatchObject({ code: 0, err: '' });
  });
});
