/** Finds the one table in a file that can be imported, and its kind. */
import type { Opened } from '../sheets/open.js';
import { shown, type SheetLine } from '../sheets/sheet.js';
import {
  missedTable,
  tablesOf,
  type Headings,
  type Table as SheetTable,
  type TableKind,
} from '../sheets/table.js';

export type PointsColumn = 'name' | 'date' | 'item' | 'grade' | 'times' | 'points' | 'reason' | 'proof';

/** A hand-kept table of bonuses and deductions, one deed a line. */
export const pointsHeadings: Headings<PointsColumn> = {
  name: ['姓名', '党员姓名', '党员', '名字'],
  date: ['日期', '时间', '发生日期', '发生时间', '事项日期', '加分日期', '扣分日期'],
  item: [
    ...(['项号', '项', '项目', '项次', '考核项目', '考核项', '项目编号', '项目序号', '积分项目'] as const),
    ...['加减分项目', '加减分项', '加分项目', '减分项目', '扣分项目', '加扣分项目'],
  ],
  grade: ['级别', '等级', '档次'],
  times: ['次数', '人数', '数量'],
  points: ['分值', '分数', '加减分', '加减分值', '得分', '积分', '加分', '扣分', '减分', '加扣分'],
  reason: ['事由', '事项', '内容', '具体事项', '具体事由', '主要事由', '说明'],
  proof: [
    '材料',
    '证明',
    '证明材料',
    '材料证明',
    '材料/证明',
    '证明/材料',
    '佐证',
    '佐证材料',
    '依据',
    '证明人',
  ],
};

export type YearColumn = 'name' | 'base' | 'bonus' | 'deductions' | 'total' | 'appraisal' | 'tier' | 'note';

/** Annex 3 of the source, and what the bot itself exports. */
export const yearHeadings: Headings<YearColumn> = {
  name: ['党员姓名', '姓名', '名字'],
  base: ['基础积分', '基础分', '基础得分', '基础'],
  bonus: ['加分情况', '加分', '加分合计', '加分项'],
  deductions: ['减分情况', '减分', '扣分情况', '扣分', '减分合计', '减分项'],
  total: ['综合得分', '综合积分', '总分', '总得分', '总积分', '年度积分', '得分'],
  appraisal: ['民主评议情况', '民主评议', '评议情况', '民主评议结果', '评议结果'],
  tier: ['等次', '评定等次', '考核等次', '年度等次', '评定结果', '考核结果'],
  note: ['备注', '说明'],
};

const pointsTable: TableKind<PointsColumn> = {
  ...{ title: '积分登记表', headings: pointsHeadings },
  marks: ['name', 'item'],
  needed: ['date', 'reason'],
};
const yearTable: TableKind<YearColumn> = {
  ...{ title: '上年度汇总表', headings: yearHeadings },
  marks: ['name', 'base', 'total'],
  needed: ['bonus', 'deductions'],
};

export type PointsTable = SheetTable<PointsColumn> & { readonly kind: 'points' };
export type YearTable = SheetTable<YearColumn> & { readonly kind: 'year' };
type Table = PointsTable | YearTable;

interface Chosen {
  readonly table: Table;
  /** Further sheets that could be imported as well. */
  readonly others: readonly string[];
}

/** Undefined when no visible sheet has the headings of either kind. @param wanted name of a sheet */
export function chooseTable({ sheets }: Opened, wanted: string | undefined): Chosen | undefined {
  const tables = sheets
    .filter(({ name }) => wanted === undefined || name === wanted)
    .flatMap((sheet): readonly Table[] => {
      const [year] = tablesOf([sheet], yearTable);
      if (year !== undefined) return [{ kind: 'year', ...year }];
      return tablesOf([sheet], pointsTable).map((points) => ({ kind: 'points', ...points }));
    });
  const [table, ...others] = tables;
  return table === undefined ? undefined : { table, others: others.map(({ sheet }) => sheet.name) };
}

/** What was seen and what is missing, when there is no table. */
export function missed(sheets: Opened['sheets']): string {
  return missedTable(sheets, [pointsTable, yearTable]);
}

/**
 * The year in a title above the headings: “2025年度党员日常积分汇总(公示)表”. A year with 年度 wins, since the bot's own table also
 * names the last day that it counts. Undefined: none, or several.
 */
export function yearInTitle(table: Table): number | undefined {
  const titles = titlesOf(table);
  const [year, ...others] = yearsIn(titles, /(?<!\d)(20\d{2})年度/gu);
  if (year !== undefined) return others.length === 0 ? year : undefined;
  const years = yearsIn(titles, /(?<!\d)(20\d{2})年?/gu);
  return years.length === 1 ? years[0] : undefined;
}

/** Whether the table covers a quarter instead of a year: “(2025年三季度)”. */
export function isQuarter(table: Table): boolean {
  return titlesOf(table).some((title) => /[一二三四1-4]季度/u.test(title));
}

function titlesOf({ sheet, line: heading }: Table): readonly string[] {
  const above = sheet.lines.filter(({ line }) => line < heading);
  return [sheet.name, ...above.flatMap(textsOf)].map((text) => text.normalize('NFKC').replace(/\s/gu, ''));
}

function yearsIn(titles: readonly string[], pattern: RegExp): readonly number[] {
  return [
    ...new Set(titles.flatMap((title) => [...title.matchAll(pattern)].map(([, year]) => Number(year)))),
  ];
}

function textsOf(line: SheetLine): readonly string[] {
  return line.cells.map(shown);
}
