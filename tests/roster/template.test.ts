import { readFileSync } from 'node:fs';
import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readRosterFile } from '../../src/cli/roster/table.js';
import { writeTemplate } from '../../src/cli/roster/template.js';
import { problemsOf, temporaryPath, written } from './files.js';

test('the template has the headings, the lists, a frozen first line and an explanation', async () => {
  const path = temporaryPath('名册.xlsx');
  await writeTemplate(path, ['机关党员', '驻村党员']);
  const book = await readXlsx(readFileSync(path), { readStyles: true });
  const [roster, explanation] = book.sheets;
  expect(roster?.rows[0]).toEqual([
    '姓名',
    '类别',
    '职务',
    '党小组',
    '入党时间',
    '手机',
    '加入支部时间',
    ...['转正时间', '性别', '民族', '出生年月', '学历', '单位及职务'],
    '备注',
  ]);
  expect(roster?.freezePane).toMatchObject({ rows: 1 });
  expect(roster?.columns?.every((column) => (column.width ?? 0) >= 14)).toBe(true);
  expect(roster?.dataValidations?.map(({ range, type, values }) => ({ range, type, values }))).toEqual([
    { range: 'B2:B1000', type: 'list', values: ['机关党员', '驻村党员', '预备党员', '群众', '上级', '工委'] },
    { range: 'C2:C1000', type: 'list', values: ['书记', '副书记', '支委', '党小组组长', '记录员', '监督员'] },
  ]);
  expect(explanation?.name).toBe('填写说明');
  expect(problemsOf(await readRosterFile(path))).toEqual(['名册里一个人也没有。']);
});

test('filled in it is read', async () => {
  const path = temporaryPath('名册.xlsx');
  await writeTemplate(path);
  const book = await openXlsx(readFileSync(path));
  book.sheets[0]?.rows.splice(1, 1, ['张三', '机关党员', '书记', '', '2019/7/1', '13800138000', '', '']);
  const roster = await readRosterFile(written('填好.xlsx', await saveXlsx(book)));
  expect(problemsOf(roster)).toEqual([]);
  expect(roster.rows).toMatchObject([{ name: '张三', offices: ['secretary'], partyJoinedOn: '2019-07-01' }]);
});

test('a file that is there is never written over', async () => {
  const path = written('填好.xlsx', new Uint8Array([1, 2, 3]));
  await expect(writeTemplate(path)).rejects.toThrow('没有覆盖');
  expect([...readFileSync(path)]).toEqual([1, 2, 3]);
  await expect(writeTemplate(`${path}/里面/空名册.xlsx`)).rejects.toThrow('文件夹');
});
