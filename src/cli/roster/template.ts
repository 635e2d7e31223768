/** The empty roster of `npm run roster -- --template`: fill in, import. */
import { writeFile } from 'node:fs/promises';
import type { CellStyle, DataValidation, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { OperatorError } from '../../operator-error.js';
import { columnNames, headings, type ColumnName } from './headings.js';
import { categoryLabels, memberCategories } from './values.js';
import { officeLabels } from '../../words/roster.js';

/** More than any branch has people; Excel offers the lists down to here. */
const lastLine = 1_000;
const lastTextLine = 500;

/** Widths in characters, as Excel counts them: a Chinese character takes two. */
const widths: Readonly<Record<ColumnName, number>> = {
  name: 14,
  category: 18,
  offices: 22,
  group: 14,
  partyJoinedOn: 16,
  phone: 16,
  joinedOn: 18,
  regularOn: 16,
  gender: 14,
  ethnicity: 14,
  bornOn: 14,
  education: 14,
  position: 30,
  note: 30,
};

const font = { name: '宋体', size: 11 };

const headingStyle: CellStyle = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2CC' } },
  alignment: { horizontal: 'center', vertical: 'center' },
  border: { bottom: { style: 'thin' } },
};

const textStyle: CellStyle = { font, numFmt: '@' };

/**
 * Never overwrites a file: it may be a roster that somebody filled in.
 * @param categories labels of the rulebook's categories, offered in the list of 类别
 * @throws OperatorError
 */
export async function writeTemplate(
  path: string,
  categories: readonly string[] = memberCategories,
): Promise<void> {
  const sheets = [rosterSheet(categories), explanationSheet(categories)];
  try {
    await writeFile(path, await writeXlsx({ sheets, defaultFont: font }), { flag: 'wx' });
  } catch (error) {
    throw refusalOf(error, path);
  }
}

function refusalOf(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EEXIST':
      return new OperatorError(`已有“${path}”，没有覆盖。请换一个文件名，或先把它移走。`);
    case 'ENOENT':
    case 'ENOTDIR':
      return new OperatorError(`没有生成空名册：找不到“${path}”所在的文件夹。`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new OperatorError(`没有生成空名册：没有权限写入“${path}”。`);
    default:
      return error;
  }
}

/** Empty cells are text: Excel would turn “2019-07” into 2019-07-01 and a telephone number into 1.38E+10. */
function rosterSheet(categories: readonly string[]): WriteSheet {
  return {
    name: '名册',
    columns: columnNames.map((column) => ({ width: widths[column] })),
    rows: [columnNames.map((column) => headings[column][0])],
    cells: new Map([...cellsOf(0, 0, headingStyle), ...cellsOf(1, lastTextLine, textStyle)]),
    rowDefs: new Map([[0, { height: 24 }]]),
    freezePane: { rows: 1 },
    dataValidations: [
      listOf('category', categoryLabels(categories), 'stop', '请从列表中选一个类别。'),
      listOf('offices', officeLabels, 'warning', '兼任几个职务请用“、”隔开，如 支委、党小组组长。'),
    ],
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  };
}

function cellsOf(from: number, to: number, style: CellStyle): [string, { style: CellStyle }][] {
  const rows = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return rows.flatMap((row) =>
    columnNames.map((_, at) => [`${row},${at}`, { style }] satisfies [string, object]),
  );
}

function listOf(
  column: ColumnName,
  values: readonly string[],
  errorStyle: 'stop' | 'warning',
  errorMessage: string,
): DataValidation {
  const letter = String.fromCharCode(65 + columnNames.indexOf(column));
  return {
    type: 'list',
    values: [...values],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle,
    errorTitle: headings[column][0],
    errorMessage,
    range: `${letter}2:${letter}${lastLine}`,
  };
}

function explanationSheet(categories: readonly string[]): WriteSheet {
  const lines: readonly (readonly [string, string])[] = [
    ['列', '怎样填写'],
    ['姓名', '必填。同名的两人请用党小组或手机区分。'],
    ['类别', `必填：${categoryLabels(categories).join('、')}。`],
    ['职务', `没有可不填：${officeLabels.join('、')}。几个职务用“、”隔开。书记、记录员、监督员各限一人。`],
    ['党小组', '如 第一小组。党小组组长必填。'],
    ['入党时间', '如 2019-07-01；只知道年月可写 2019-07。'],
    ['手机', '11位手机号，在数据库中加密保存。'],
    ['加入支部时间', '本年新转入的填写到日，如 2026-03-15；其他人可不填。'],
    ['转正时间', '可不填，如 2020-07-01。'],
    [
      '性别、民族、出生年月、学历、单位及职务',
      '可不填，在数据库中加密保存，印在党员信息卡上。出生年月如 1985-03。',
    ],
    ['备注', '不导入。'],
    ['导入', '先看清单再确认；有一行不对就全部不导入。重复导入不会重复登记。'],
  ];
  return {
    name: '填写说明',
    columns: [{ width: 16 }, { width: 90 }],
    rows: lines.map((line) => [...line]),
    cells: new Map([0, 1].map((column) => [`0,${column}`, { style: headingStyle }])),
    freezePane: { rows: 1 },
  };
}
