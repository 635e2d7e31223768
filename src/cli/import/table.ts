/** From a file to the one table in it that can be imported, and what kind it is. */
import type { Opened } from '../sheets/open.js';
import { findLayoutBy, type Headings, type Layout } from '../sheets/layout.js';
import { isBlank, shown, type Sheet, type SheetLine } from '../sheets/sheet.js';

export type PointsColumn = 'name' | 'date' | 'item' | 'grade' | 'times' | 'points' | 'reason' | 'proof';

/** A hand-kept table of bonuses and deductions, one deed a line. */
export const pointsHeadings: Headings<PointsColumn> = {
  name: ['姓名', '党员姓名', '党员', '名字'],
  date: ['日期', '时间', '发生日期', '发生时间', '事项日期', '加分日期', '扣分日期'],
  item: ['项号', '项', '项目', '项次', '考核项目', '考核项', '项目编号', '项目序号'],
  grade: ['级别', '等级', '档次'],
  times: ['次数', '人数', '数量'],
  points: ['分值', '分数', '加减分', '得分', '积分', '加分', '扣分', '减分', '加扣分'],
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

export type Table =
  | { readonly kind: 'points'; readonly sheet: Sheet; readonly layout: Layout<PointsColumn> }
  | { readonly kind: 'year'; readonly sheet: Sheet; readonly layout: Layout<YearColumn> };

export interface Chosen {
  readonly table: Table;
  /** Further sheets that could be imported as well. */
  readonly others: readonly string[];
}

/** Undefined when no visible sheet has the headings of either kind. @param wanted name of a sheet */
export function chooseTable({ sheets }: Opened, wanted: string | undefined): Chosen | undefined {
  const tables = sheets
    .filter(({ name }) => wanted === undefined || name === wanted)
    .flatMap((sheet) => tableOf(sheet) ?? []);
  const [table, ...others] = tables;
  return table === undefined ? undefined : { table, others: others.map(({ sheet }) => sheet.name) };
}

function tableOf(sheet: Sheet): Table | undefined {
  const year = findLayoutBy(sheet, yearHeadings, ['name', 'base', 'total']);
  if (year !== undefined) return { kind: 'year', sheet, layout: year };
  const points = findLayoutBy(sheet, pointsHeadings, ['name', 'item']);
  return points === undefined ? undefined : { kind: 'points', sheet, layout: points };
}

/**
 * The year that a title above the headings names: “2025年度党员日常积分汇总(公示)表”. What is written 年度 goes before other
 * years: the bot's own table also tells the day until which it counts. Undefined: none, or several.
 */
export function yearInTitle(table: Table): number | undefined {
  const titles = titlesOf(table);
  const [year, ...others] = yearsIn(titles, /(?<!\d)(20\d{2})年度/gu);
  if (year !== undefined) return others.length === 0 ? year : undefined;
  const years = yearsIn(titles, /(?<!\d)(20\d{2})年?/gu);
  return years.length === 1 ? years[0] : undefined;
}

/** Whether the table is of a quarter and not of a whole year: “(2025年三季度)”. */
export function isQuarter(table: Table): boolean {
  return titlesOf(table).some((title) => /[一二三四1-4]季度/u.test(title));
}

function titlesOf({ sheet, layout }: Table): readonly string[] {
  const above = sheet.lines.filter(({ line }) => line < layout.line);
  return [sheet.name, ...above.flatMap(textsOf)].map((text) => text.normalize('NFKC').replace(/\s/gu, ''));
}

/** Each year once. */
function yearsIn(titles: readonly string[], pattern: RegExp): readonly number[] {
  return [
    ...new Set(titles.flatMap((title) => [...title.matchAll(pattern)].map(([, year]) => Number(year)))),
  ];
}

function textsOf(line: SheetLine): readonly string[] {
  return line.cells.map(shown);
}

/** The lines below the headings with something in them. */
export function linesOf({ sheet, layout }: Table): readonly SheetLine[] {
  return sheet.lines.filter((line) => line.line > layout.line && !isBlank(line));
}

/** What is wrong with the table as a whole, as sentences. @param needed columns it cannot do without */
export function tableProblems<C extends string>(
  sheet: Sheet,
  layout: Layout<C>,
  headings: Headings<C>,
  needed: readonly C[],
  lines: readonly SheetLine[],
): readonly string[] {
  const missing = needed.filter((column) => !layout.columns.has(column)).map((column) => headings[column][0]);
  const [from, to] = [lines[0]?.line ?? 0, lines.at(-1)?.line ?? 0];
  const merged = sheet.merges.filter(({ fromLine, toLine }) => fromLine <= to && toLine >= from);
  return [
    ...(missing.length > 0
      ? [
          `第${layout.line}行的列标题里没有找到${missing.map((name) => `“${name}”`).join('、')}，请补上后再导入。`,
        ]
      : []),
    ...layout.twice.map((name) => `“${name}”一列出现了两次，请只留一列。`),
    ...merged.map(
      ({ fromLine, toLine }) =>
        `第${fromLine}${fromLine === toLine ? '' : `至${toLine}`}行有合并的单元格，请取消合并，逐行逐列填写。`,
    ),
  ];
}
