import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Cell, PaperDocument, Row, Table as PaperTable } from '../document.js';
import { linesOf } from '../text.js';
import { lineHeight, sheetOf } from './measures.js';
import { alignments, heiti, runsOf } from './text.js';

/** Around the text of a cell. */
const padding = { top: 35, bottom: 35, left: 85, right: 85 };

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** A row higher than this share of the page may break over two pages: kept whole it would leave a hole as high. */
const wholeUpTo = 0.4;

/** Rows keep whole on a page, the head comes again on each. */
/** @param bound the last row stays on one page with what follows: nobody signs on an empty page */
export function tableOf(document: PaperDocument, table: PaperTable, bound: boolean): Table {
  const widths = widthsOf(sheetOf(document).innerWidth, table);
  const make = (rows: readonly Row[], head: boolean): TableRow[] => {
    const placed = place(rows, widths);
    return rows.map((row, at) => {
      const keepNext = !head && bound && at === rows.length - 1;
      return rowOf({ document, table, head, keepNext }, row, placed[at] ?? []);
    });
  };
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
    rows: [...make(table.head, true), ...make(table.rows, false)],
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

function rowOf(manner: Manner, row: Row, places: readonly Place[]): TableRow {
  const { document, head } = manner;
  const cells = row.map((cell, at) => ({ cell, place: places[at] ?? { column: 0, width: 0 } }));
  const { innerHeight } = sheetOf(document);
  const heights = cells.map(({ cell, place }) => heightOf(document, cell, place.width));
  const tall = Math.max(0, ...heights) > innerHeight * wholeUpTo;
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

function cellOf({ table, head, keepNext }: Manner, cell: Cell, { column, width }: Place): TableCell {
  const align = cell.align ?? (head ? 'center' : (table.columns[column]?.align ?? 'left'));
  const style = head ? { font: heiti } : { bold: cell.bold === true };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: padding,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.across !== undefined && { columnSpan: cell.across }),
    ...(cell.down !== undefined && { rowSpan: cell.down }),
    children: [new Paragraph({ alignment: alignments[align], keepNext, children: runsOf(cell.text, style) })],
  });
}

/** Where each cell stands: past columns that a `down` of a row above still takes. */
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
