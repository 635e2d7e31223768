/** Reads .xlsx: the visible sheets as shown; formulas are named and never trusted. */
import { readXlsx, type CellValue, type Sheet as HucreSheet, type Workbook } from 'hucre/xlsx';
import {
  mostCells,
  mostCharacters,
  quotedIn,
  right,
  textCell,
  tooMuch,
  wrong,
  type Cell,
  type Merge,
  type Read,
  type Sheet,
} from './sheet.js';
import { measured, type Measured } from './zip-size.js';

/** A branch's tables unpack to far less; more would only fill the memory. */
const mostUnpacked = 50_000_000;
const mostSheets = 50;

/** From the 1904 date system of old Mac workbooks to the usual one, in days. */
const daysFrom1904 = 1462;

const notXlsx = '这不是 Excel 工作簿，可能已损坏，或是别的文件改了名。请用 Excel 或 WPS 打开后另存为 .xlsx。';
const refusals: Readonly<Record<Exclude<Measured, 'fits'>, string>> = {
  tooLarge: '文件解开后太大，不像是支部的表格。请只留要导入的一张工作表，另存后再试。',
  tooWide:
    '表格里有2万行以后或CZ列以后的格子。请把有内容的部分复制到一张新的工作表，只留这一张，另存后再试。',
  odd: notXlsx,
};

/** Sheet by sheet: several names may mean one part of the file, and all of them are counted. */
export async function readSheetsOfXlsx(bytes: Uint8Array): Promise<Read<readonly Sheet[]>> {
  const size = measured(bytes, mostUnpacked);
  if (size !== 'fits') return wrong(refusals[size]);
  const visible: number[] = [];
  const first = await parse(bytes, (sheet, index) => {
    if (!sheet.hidden && !sheet.veryHidden) visible.push(index);
    return false;
  });
  if (first === undefined) return wrong(notXlsx);
  if (visible.length > mostSheets) return wrong(tooMuch);
  const shift = first.dateSystem === '1904' ? daysFrom1904 : 0;
  const sheets: Sheet[] = [];
  let [cells, characters] = [0, 0];
  for (const index of visible) {
    const [sheet] = (await parse(bytes, (_, at) => at === index))?.sheets ?? [];
    if (sheet === undefined) return wrong(notXlsx);
    for (const value of sheet.rows.flat()) {
      if (value !== null) cells += 1;
      if (typeof value === 'string') characters += value.length;
    }
    if (cells > mostCells || characters > mostCharacters) return wrong(tooMuch);
    sheets.push(sheetOf(sheet, shift));
  }
  return right(sheets);
}

/** Undefined when the library cannot read it: a damaged archive makes it throw many kinds of errors. */
async function parse(
  bytes: Uint8Array,
  sheets: (sheet: { readonly hidden?: boolean; readonly veryHidden?: boolean }, index: number) => boolean,
): Promise<Workbook | undefined> {
  try {
    return await readXlsx(bytes, { readStyles: true, range: 'A1:CZ20000', sheets });
  } catch {
    return undefined;
  }
}

function sheetOf(sheet: HucreSheet, shift: number): Sheet {
  const lines = sheet.rows.map((values, row) => ({
    line: row + 1,
    cells: values.map((value, column) => cellOf(sheet, row, column, value, shift)),
    hidden: sheet.rowDefs?.get(row)?.hidden === true,
  }));
  return { name: sheet.name, lines, merges: (sheet.merges ?? []).map(mergeOf) };
}

function cellOf(sheet: HucreSheet, row: number, column: number, value: CellValue, shift: number): Cell {
  const details = sheet.cells?.get(`${row},${column}`);
  if (details?.type === 'error') return { kind: 'error', text: String(value) };
  const kept = details?.formula === undefined ? undefined : quotedIn(details.formula);
  if (kept !== undefined) return textCell(kept);
  const plain = plainCell(value, details?.style?.numFmt, shift);
  const computed = details?.formula !== undefined || details?.type === 'formula';
  return computed ? { kind: 'formula', shows: plain.kind === 'empty' ? null : plain } : plain;
}

function plainCell(value: CellValue, format: string | undefined, shift: number): Cell {
  if (value === null) return { kind: 'empty' };
  if (value instanceof Date) return { kind: 'date', date: dateShown(value, format) };
  if (typeof value === 'number') return { kind: 'number', number: value, serial: value + shift };
  if (typeof value === 'boolean') return textCell(value ? 'TRUE' : 'FALSE');
  // A cell of the type `d`: the library passes on the file's own text.
  const iso = /^(\d{4}-\d\d-\d\d)T[\d:.]*Z?$/u.exec(value)?.[1];
  return iso === undefined ? textCell(value) : { kind: 'date', date: iso };
}

/**
 * The day that Excel shows, or the month for a format without a day: Excel itself makes “2019-07” the 1st. The library
 * puts the cell's wall clock into the UTC fields, whatever the machine's zone; half a second more makes up for binary
 * day fractions that fall just short of midnight.
 */
function dateShown(value: Date, format: string | undefined): string {
  const day = new Date(value.getTime() + 500).toISOString().slice(0, 10);
  const marks = format?.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '').toLowerCase();
  return marks?.includes('y') === true && !marks.includes('d') ? day.slice(0, 7) : day;
}

function mergeOf(merge: { startRow: number; endRow: number; startCol: number; endCol: number }): Merge {
  return {
    fromLine: merge.startRow + 1,
    toLine: merge.endRow + 1,
    fromColumn: merge.startCol,
    toColumn: merge.endCol,
  };
}
