import {
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { official, type Cell, type PaperDocument, type Row, type Table as PaperTable } from '../document.js';
import { linesOf } from '../text.js';
import { lineHeight, sheetOf, alignments, heiti, runsOf } from './text.js';

/** Around the text of a cell. */
const padding = { top: 35, bottom: 35, left: 85, right: 85 };

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** A row higher than this share of the page may break; kept whole it would leave a gap as high. */
const wholeUpTo = 0.4;

/** A table no higher than this share of the page is kept on one page. */
const togetherUpTo = 0.25;

/** Rows no higher than this are kept with their neighbour: a table's first, and its last two with sums. */
const lowUpTo = 0.2;

/**
 * Rows stay whole; the head repeats on each page.
 *
 * @param signatures in a last row without borders, so that nobody signs an empty page; LibreOffice keeps a table
 * that has begun on an earlier page with nothing but its own rows
 */
export function tableOf(given: PaperDocument, table: PaperTable, signatures: Paragraph | null): Table {
  const document = given.official === true ? { ...given, textSize: official.tableSize } : given;
  const widths = widthsOf(sheetOf(document).innerWidth, table);
  const head = laidRows(document, table.head, widths);
  const body = laidRows(document, table.rows, widths);
  const kept = keptWithNext(
    document,
    [...head, ...body].map(({ height }) => height),
    head.length,
    signatures !== null,
  );
  const make = (laid: readonly LaidRow[], from: number, isHead: boolean): TableRow[] =>
    laid.map((row, at) => rowOf({ document, table, head: isHead, keepNext: kept[from + at] ?? false }, row));
  return new Table({
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      ...make(head, 0, true),
      ...make(body, head.length, false),
      ...(signatures === null ? [] : [signatureRow(signatures, widths)]),
    ],
  });
}

function signatureRow(signatures: Paragraph, widths: readonly number[]): TableRow {
  const none = { style: BorderStyle.NIL };
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        width: { size: sum(widths), type: WidthType.DXA },
        columnSpan: widths.length,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        borders: { top: line, bottom: none, left: none, right: none },
        children: [signatures],
      }),
    ],
  });
}

interface Place {
  readonly column: number;
  readonly width: number;
}

interface Manner {
  readonly document: PaperDocument;
  readonly table: PaperTable;
  readonly head: boolean;
  readonly keepNext: boolean;
}

interface LaidRow {
  readonly cells: readonly { readonly cell: Cell; readonly place: Place }[];
  /** Estimated without the fonts. */
  readonly height: number;
}

function laidRows(
  document: PaperDocument,
  rows: readonly Row[],
  widths: readonly number[],
): readonly LaidRow[] {
  const placed = place(rows, widths);
  return rows.map((row, at) => {
    const cells = row.map((cell, index) => ({
      cell,
      place: placed[at]?.[index] ?? { column: 0, width: 0 },
    }));
    const heights = cells.map(({ cell, place }) => heightOf(document, cell, place.width));
    return {
      cells,
      height: Math.max(lineHeight(document.textSize), ...heights) + padding.top + padding.bottom,
    };
  });
}

/** For each row from the first of the head: whether it stays on one page with the row below it. */
function keptWithNext(
  document: PaperDocument,
  heights: readonly number[],
  heads: number,
  bound: boolean,
): readonly boolean[] {
  const { innerHeight } = sheetOf(document);
  const last = heights.length - 1;
  const whole = sum(heights) <= innerHeight * togetherUpTo;
  return heights.map((height, at) => {
    if (at === last) return bound;
    if (whole || at < heads) return true;
    const atAnEnd = at === heads || at >= last - 2;
    return atAnEnd && height <= innerHeight * lowUpTo;
  });
}

function rowOf(manner: Manner, { cells, height }: LaidRow): TableRow {
  const { document, head } = manner;
  const tall = height > sheetOf(document).innerHeight * wholeUpTo;
  return new TableRow({
    tableHeader: head,
    cantSplit: head || !tall,
    children: cells.map(({ cell, place }) => cellOf(manner, cell, place)),
  });
}

function heightOf({ textSize }: PaperDocument, cell: Cell, width: number): number {
  if ((cell.down ?? 1) > 1) return 0;
  const characters = (width - padding.left - padding.right) / (textSize * 20);
  return linesOf(cell.text, characters) * lineHeight(textSize);
}

function cellOf(
  { document, table, head, keepNext }: Manner,
  cell: Cell,
  { column, width }: Place,
): TableCell {
  const align = cell.align ?? (head ? 'center' : (table.columns[column]?.align ?? 'left'));
  // The text around is larger than that of a table.
  const own = document.official === true;
  const size = own && { size: document.textSize * 2 };
  const style = { ...(head ? { font: heiti } : { bold: cell.bold === true }), ...size };
  const spacing = own && { spacing: { line: lineHeight(document.textSize), lineRule: LineRuleType.EXACT } };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: padding,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.across !== undefined && { columnSpan: cell.across }),
    ...(cell.down !== undefined && { rowSpan: cell.down }),
    children: [
      new Paragraph({
        alignment: alignments[align],
        keepNext,
        ...spacing,
        children: runsOf(cell.text, style),
      }),
    ],
  });
}

/** The column of each cell, past those a `down` from a row above still takes. */
function place(rows: readonly Row[], widths: readonly number[]): readonly (readonly Place[])[] {
  const takenUntil = widths.map(() => 0);
  return rows.map((row, at) => {
    let column = 0;
    return row.map((cell) => {
      while ((takenUntil[column] ?? 0) > at) column += 1;
      const across = cell.across ?? 1;
      const here = { column, width: sum(widths.slice(column, column + across)) };
      takenUntil.fill(at + (cell.down ?? 1), column, column + across);
      column += across;
      return here;
    });
  });
}

/** Whole units that add up to the width of the page. */
function widthsOf(total: number, { columns }: PaperTable): number[] {
  const shares = sum(columns.map(({ width }) => width));
  const widths = columns.map(({ width }) => Math.floor((total * width) / shares));
  const last = widths.pop() ?? 0;
  return [...widths, last + total - last - sum(widths)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
