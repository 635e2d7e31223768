import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run as runImport } from '../../src/cli/import/command.js';
import { run as runRoster } from '../../src/cli/roster/command.js';
import { call } from '../support/processes/command-line.js';
import { ask } from '../support/branch/ledger.js';
import { written } from './scene.js';

const roster = `姓名,类别,职务
李强,领导干部党员,书记
赵敏,机关党员,记录员
张三,机关党员,
`;
/** Days of a year that is over, whenever the test runs; founded today, the branch may take up last year. */
const points = (reason: string) =>
  `姓名,日期,项号,分值,事由\n张三,${new Date().getFullYear()}-01-01,8,3,${reason}\n`;

describe('npm run import', () => {
  test('a dry run, then --yes, then nothing; ends with 0, 1 and 2 like the roster', async () => {
    const database = join(dirname(written('x', '')), 'zhibu.db');
    expect(await call(runImport, { database })).toMatchObject({
      code: 2,
      err: expect.stringContaining('用法：npm run import') as string,
    });
    const file = written('积分.csv', points('植树'));
    const none = await call(runImport, { database }, file);
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.err).toContain('没有支部“机关第一党支部”。请先导入名册');
    await call(runRoster, { database }, written('名册.csv', roster), '--yes');

    const dry = await call(runImport, { database }, file);
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toContain('支部：机关第一党支部  登记人：赵敏');
    expect(dry.out).toContain('以上只是预览，没有写入。确认无误后加 --yes 写入。');
    expect(ask(database, 'SELECT * FROM matter')).toEqual([]);

    const real = await call(runImport, { database }, file, '--yes');
    expect(real).toMatchObject({ code: 0, err: '' });
    expect(real.out).toContain('已写入，等待认定。');
    expect(ask(database, 'SELECT COUNT(*) AS n FROM matter')).toEqual([{ n: 1 }]);
    // What people wrote is sealed, also in the file that is kept.
    const [content] = ask(database, 'SELECT sealed FROM file_content');
    expect(Buffer.from(content!['sealed'] as Uint8Array).includes('植树')).toBe(false);

    const again = await call(runImport, { database }, file, '--yes');
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toContain('没有变化。');
    expect(ask(database, 'SELECT COUNT(*) AS n FROM matter')).toEqual([{ n: 1 }]);

    const bad = await call(runImport, { database }, written('积分.csv', points('')), '--yes');
    expect(bad.code).toBe(1);
    expect(bad.err).toContain('文件有误，没有导入。请改正后重新运行：\n第2行“事由”：是空的');
  });
});
