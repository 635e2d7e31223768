/** Reads .csv as Chinese offices have it: UTF-8 with or without a mark, GBK from Excel, UTF-16 from “Unicode 文本”. */
import { CsvError, parse } from 'csv-parse/sync';
import {
  mostCells,
  mostCharacters,
  quotedIn,
  right,
  textCell,
  tooMuch,
  wrong,
  type Cell,
  type Read,
  type Sheet,
} from './sheet.js';
import { count } from './zip-size.js';

export function readSheetsOfCsv(bytes: Uint8Array): Read<readonly Sheet[]> {
  const text = decode(bytes);
  if (text === undefined)
    return wrong('文字编码无法识别。请用 Excel 打开后另存为 .xlsx，或另存为“CSV UTF-8”。');
  const delimiter = delimiterOf(text);
  const cells = [delimiter, '\n', '\r'].reduce((sum, mark) => sum + count(text, mark, mostCells), 0);
  if (cells > mostCells || text.length > mostCharacters) return wrong(tooMuch);
  try {
    const rows = parse(text, {
      delimiter,
      relax_column_count: true,
      // ="138…" has quotes of its own within the field.
      relax_quotes: true,
      skip_empty_lines: false,
    });
    const lines = rows.map((cells, row) => ({ line: row + 1, cells: cells.map(cellOf), hidden: false }));
    return right([{ name: '', lines, merges: [] }]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? `第${error['lines']}行附近` : '';
    return wrong(`${line}引号不成对，分不清各列。请用 Excel 打开后另存为 .xlsx。`);
  }
}

/** Undefined for anything but text. GB18030 includes GBK, and rare name characters such as 䶮. */
function decode(bytes: Uint8Array): string | undefined {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? undefined : text;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Excel writes tabs into “Unicode 文本”, and semicolons if they are the system's list separator. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/\r|\n|$/u));
  const counts = [',', '\t', ';', '\uff0c'].map((mark) => [mark, first.split(mark).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/**
 * A spreadsheet would run anything that begins with =, so we call it a formula. Only ="013…" is plain text: Excel's own
 * way of keeping digits in a csv.
 */
function cellOf(text: string): Cell {
  if (!text.trimStart().startsWith('=')) return textCell(text);
  const kept = quotedIn(text.trim().slice(1));
  return kept === undefined ? { kind: 'formula', shows: textCell(text) } : textCell(kept);
}
