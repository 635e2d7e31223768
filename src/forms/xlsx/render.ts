import type { Cell, CellStyle, MergeRange, NamedRange, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Formula, Sheet, SheetColumn, SheetRow, SheetValue } from '../sheet.js';
import { linesOf, writable } from '../text.js';
import { fixDates } from '../zip.js';
import { shrunkTo } from './pages.js';
import { songti, stylesOf, type Styles } from './styles.js';
import { author } from '../words.js';

const usualSize = 11;
/** Excel's tallest line, in points; longer text is read in the cell. */
const tallestLine = 409;
/** Of the first title line, beside running text. */
const titleSize = 1.5;

/**
 * A .xlsx for Excel, WPS and LibreOffice; prints on A4, as wide as the page, the headings again on each.
 * The same sheets and date give the same bytes.
 *
 * @param today `YYYY-MM-DD`: the date in the properties of the file.
 */
export async function renderXlsx(sheets: readonly Sheet[], today: string): Promise<Uint8Array> {
  const file = await writeXlsx({
    sheets: sheets.map(writeSheetOf),
    namedRanges: sheets.map(printTitlesOf),
    defaultFont: { name: songti, size: usualSize },
    properties: { title: sheets[0]?.title[0] ?? '', creator: author, lastModifiedBy: author },
  });
  return fixDates(file, today);
}

/** Lines from 0, as the library counts: title, headings, rows, totals, footer. */
interface Layout {
  readonly heading: number;
  readonly rows: number;
  readonly totals: number;
  readonly footer: number;
}

function layoutOf({ title, rows, totals = [] }: Sheet): Layout {
  const heading = title.length;
  const first = heading + 1;
  return { heading, rows: first, totals: first + rows.length, footer: first + rows.length + totals.length };
}

/** Rows that come again on each page. Quoted, as a tab may be called “党员台账 2026年”: the library does not. */
function printTitlesOf(sheet: Sheet): NamedRange {
  const name = tabName(sheet.name);
  return { name: '_xlnm.Print_Titles', range: `'${name}'!$1:$${layoutOf(sheet).rows}`, scope: name };
}

function writeSheetOf(sheet: Sheet): WriteSheet {
  const layout = layoutOf(sheet);
  const { columns, orientation, frozenColumns = 0, textSize = usualSize } = sheet;
  const writer = new Map<string, Partial<Cell>>();
  const styles = stylesOf(textSize);
  put(writer, sheet, layout, styles);
  const widths = columns.map(({ width }) => columnWidth(width, textSize));
  const heights = heightsOf(sheet, widths);
  return {
    name: tabName(sheet.name),
    columns: widths.map((width) => ({ width })),
    rows: [],
    cells: writer,
    merges: mergesOf(sheet, layout),
    rowDefs: new Map(heights.map((height, line) => [line, { height }])),
    freezePane: { rows: layout.rows, columns: frozenColumns },
    pageSetup: {
      paperSize: 'a4',
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: shrunkTo(sheet, widths, {
        head: sumOf(heights.slice(0, layout.rows)),
        rows: heights.slice(layout.rows, layout.totals),
        below: heights.slice(layout.totals),
      }),
      horizontalCentered: true,
      margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第&P页 共&N页' },
  };
}

type Cells = Map<string, Partial<Cell>>;

function put(cells: Cells, sheet: Sheet, layout: Layout, styles: Styles): void {
  const { title, columns, rows, totals = [], footer = [] } = sheet;
  const wide = (line: number, text: string, style: CellStyle): void => {
    columns.forEach((_, at) => cells.set(`${line},${at}`, textCell(at === 0 ? text : '', style)));
  };
  title.forEach((text, at) => wide(at, text, at === 0 ? styles.title : styles.subtitle));
  columns.forEach(({ heading }, at) =>
    cells.set(`${layout.heading},${at}`, textCell(heading, styles.heading)),
  );
  const body = (row: SheetRow, line: number, bold: boolean): void =>
    columns.forEach((column, at) =>
      cells.set(`${line},${at}`, cellOf(row[at] ?? null, styles.of(column, bold), layout, line)),
    );
  rows.forEach((row, at) => body(row, layout.rows + at, false));
  totals.forEach((row, at) => body(row, layout.totals + at, true));
  footer.forEach((text, at) => wide(layout.footer + at, text, styles.footer));
}

function cellOf(value: SheetValue, style: CellStyle, layout: Layout, line: number): Partial<Cell> {
  if (value === null) return textCell('', style);
  if (typeof value === 'string') return textCell(value, style);
  if (typeof value === 'number') return { value, type: 'number', style };
  return formulaCell(value, style, layout, line);
}

function textCell(text: string, style: CellStyle): Partial<Cell> {
  return text === ''
    ? { value: null, type: 'empty', style }
    : { value: writable(text), type: 'string', style };
}

function formulaCell(
  { formula, value }: Formula,
  style: CellStyle,
  layout: Layout,
  line: number,
): Partial<Cell> {
  const at = { line: line + 1, first: layout.rows + 1, last: layout.totals };
  return { value: null, type: 'formula', formula: formula(at), formulaResult: value, style };
}

function mergesOf({ title, columns, footer = [] }: Sheet, layout: Layout): MergeRange[] {
  const across = (line: number): MergeRange => ({
    startRow: line,
    endRow: line,
    startCol: 0,
    endCol: columns.length - 1,
  });
  if (columns.length < 2) return [];
  return [...title.map((_, at) => across(at)), ...footer.map((_, at) => across(layout.footer + at))];
}

/** The height of each line, in points. Set here, since no program computes it for merged cells. */
function heightsOf(sheet: Sheet, widths: readonly number[]): readonly number[] {
  const { title, columns, rows, totals = [], footer = [], textSize = usualSize } = sheet;
  const line = textSize * 1.4;
  const whole = (sumOf(widths) * usualSize) / (2 * textSize) - 2;
  const height = (lines: number): number => Math.min(tallestLine, Math.ceil(lines * line + textSize * 0.6));
  return [
    ...title.map((text, at) => {
      const larger = at === 0 ? titleSize : 1;
      return height(linesOf(text, whole / larger) * larger);
    }),
    height(Math.max(...columns.map(({ heading, width }) => linesOf(heading, width)))),
    ...[...rows, ...totals].map((row) => height(linesOfRow(columns, row))),
    ...footer.map((text) => height(linesOf(text, whole) + 0.5)),
  ];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function linesOfRow(columns: readonly SheetColumn[], row: SheetRow): number {
  return Math.max(
    1,
    ...row.map((value, at) => (typeof value === 'string' ? linesOf(value, columns[at]?.width ?? 1) : 1)),
  );
}

/** Excel counts in digits of the usual font; a Chinese character takes two, the cell's edges and its indent three. */
function columnWidth(characters: number, textSize: number): number {
  return Math.ceil((characters * 2 * textSize) / usualSize + 3);
}

/** Excel takes 31 characters, none of these. */
function tabName(name: string): string {
  return writable(name)
    .replace(/[[\]:*?/\\\n']/g, ' ')
    .trim()
    .slice(0, 31);
}
