/** Reads .xlsx: the visible sheets as shown; formulas are named and never trusted. */
import { readXlsx, type CellValue, type Sheet as HucreSheet, type Workbook } from 'hucre/xlsx';
import { quotedIn, right, textCell, wrong, type Cell, type Merge, type Read, type Sheet } from './sheet.js';
import { unpacksTo } from './zip-size.js';

/** A branch's tables unpack to far less; more would only fill the memory. */
const mostUnpacked = 50_000_000;

/** From the 1904 date system of old Mac workbooks to the usual one, in days. */
const daysFrom1904 = 1462;

const notXlsx = '这不是 Excel 工作簿，可能已损坏，或是别的文件改了名。请用 Excel 或 WPS 打开后另存为 .xlsx。';

export async function readSheetsOfXlsx(bytes: Uint8Array): Promise<Read<readonly Sheet[]>> {
  if (unpacksTo(bytes, mostUnpacked))
    return wrong('文件解开后超过 50 兆，不像是支部的表格。请只留要导入的一张工作表，另存后再试。');
  const workbook = await parse(bytes);
  if (workbook === undefined) return wrong(notXlsx);
  const shift = workbook.dateSystem === '1904' ? daysFrom1904 : 0;
  return right(workbook.sheets.map((sheet) => sheetOf(sheet, shift)));
}

/** Undefined when the library cannot read it: a damaged archive makes it throw many kinds of errors. */
async function parse(bytes: Uint8Array): Promise<Workbook | undefined> {
  try {
    return await readXlsx(bytes, { readStyles: true, sheets: (sheet) => !sheet.hidden && !sheet.veryHidden });
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
