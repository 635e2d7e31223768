import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readRosterFile } from '../../src/cli/roster/table.js';
import { problemsOf, temporaryPath, workbook, written } from './files.js';

const csv = '姓名,类别,职务\r\n张䶮,机关党员,"支委,记录员"\r\n\r\n孙伟,群众,\r\n';
const people = [
  { line: 2, name: '张䶮', offices: ['committeeMember', 'recorder'] },
  { line: 4, name: '孙伟', kind: 'mass' },
];

/** 姓名,类别 / 张三,群众 in GBK, as Excel for Windows saves “CSV”. */
const gbk = Buffer.from('d0d5c3fb2cc0e0b1f00d0ad5c5c8fd2cc8bad6da0d0a', 'hex');

describe('a csv', () => {
  test.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${csv}`)],
    ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['tabs', Buffer.from(csv.replace('"支委,记录员"', '支委/记录员').replaceAll(',', '\t'))],
    ['semicolons', Buffer.from(csv.replace('"支委,记录员"', '支委/记录员').replaceAll(',', ';'))],
  ])('%s', async (_, bytes) => {
    const roster = await readRosterFile(written('名册.csv', bytes));
    expect(problemsOf(roster)).toEqual([]);
    expect(roster.rows).toMatchObject(people);
  });

  test('GBK', async () => {
    expect((await readRosterFile(written('名册.csv', gbk))).rows).toMatchObject([
      { name: '张三', kind: 'mass' },
    ]);
  });

  test('a cell that would run as a formula is refused', async () => {
    const roster = await readRosterFile(written('名册.csv', '姓名,类别\n=cmd|x,群众\n'));
    expect(problemsOf(roster)).toEqual(['第2行“姓名”：单元格是公式，请复制后“选择性粘贴”为数值。']);
  });

  test('an open quote is named with its line', async () => {
    const roster = await readRosterFile(written('名册.csv', '姓名,类别\n"张三,群众\n'));
    expect(problemsOf(roster)[0]).toMatch(/^第\d行附近引号不成对/u);
  });
});

describe('a file that is no roster gets one sentence', () => {
  const old = Buffer.from('d0cf11e0a1b11ae10000', 'hex');
  test.each([
    ['empty.xlsx', Buffer.alloc(0), '“empty.xlsx”是空文件。'],
    ['old.xls', old, '这是旧格式（.xls）或设了密码的文件。'],
    ['renamed.xlsx', old, '这是旧格式（.xls）或设了密码的文件。'],
    ['text.xlsx', Buffer.from('姓名,类别'), '这不是 Excel 工作簿'],
    ['word.xlsx', Buffer.from('504b0506' + '00'.repeat(18), 'hex'), '这不是 Excel 工作簿'],
    ['picture.csv', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), '文字编码无法识别'],
  ])('%s', async (name, bytes, sentence) => {
    const roster = await readRosterFile(written(name, bytes));
    expect(roster.rows).toEqual([]);
    expect(problemsOf(roster)).toHaveLength(1);
    expect(problemsOf(roster)[0]).toContain(sentence);
  });

  test('a workbook that was cut off', async () => {
    const whole = readFileSync(await workbook([{ name: '名册', rows: [['姓名', '类别']] }]));
    const roster = await readRosterFile(written('cut.xlsx', whole.subarray(0, whole.length / 2)));
    expect(problemsOf(roster)[0]).toContain('这不是 Excel 工作簿');
  });

  test('a workbook whose sheet is damaged', async () => {
    const whole = Buffer.from(
      await writeXlsx({ sheets: [{ name: '名册', rows: [['姓名', '类别', '很长很长的内容']] }] }),
    );
    for (let at = 60; at < whole.length / 2; at += 7) whole[at] = 0xff;
    const roster = await readRosterFile(written('damaged.xlsx', whole));
    expect(roster.rows).toEqual([]);
    expect(problemsOf(roster)).toHaveLength(1);
  });

  test('nothing there, a folder', async () => {
    const path = temporaryPath('没有.xlsx');
    expect(problemsOf(await readRosterFile(path))).toEqual([`找不到文件“${path}”。`]);
    expect(problemsOf(await readRosterFile(dirname(path)))).toEqual([
      `“${dirname(path)}”是文件夹，请指明要导入的文件。`,
    ]);
  });
});
