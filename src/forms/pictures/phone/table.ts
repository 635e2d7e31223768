/** Tables for the phone: as wide as its screen, in large type, long ones as several pictures. */
import type { SKRSContext2D } from '../canvas.js';
import type { Align } from '../../document.js';
import { blankSheet, pngOf, rule, type Sheet } from '../paper.js';
import { balanced } from './balanced.js';
import { lineHeight, shorten, wrap, wrapParts, write } from '../text.js';

export interface PhoneTable {
  readonly title: string;
  /** Below the title of each picture. */
  readonly subtitle: string;
  /** One large number and its explanation; only in the first picture. */
  readonly lead: { readonly figure: string; readonly lines: readonly string[] } | null;
  /** Shares of the width. */
  readonly columns: readonly { readonly head: string; readonly width: number; readonly align: Align }[];
  /** Notes of a row begin below this column. */
  readonly notesBelow: number;
  readonly rows: readonly PhoneRow[];
  /** Below the last row. */
  readonly closing: readonly string[];
}

export interface PhoneRow {
  readonly cells: readonly string[];
  /** In smaller type under the cells. */
  readonly notes: readonly string[];
}

const width = 1080;
const margin = 44;
/** Above this height a phone shows the picture too small to read. */
const mostHeight = 2300;

const title = { size: 46, bold: true } as const;
const figure = { size: 84, bold: true, colour: '#9c1c14' } as const;
const head = { size: 34, bold: true } as const;
const cell = { size: 38 } as const;
const note = { size: 31, colour: '#333333' } as const;
const faint = { size: 31, colour: '#555555' } as const;
const cellLine = 50;
const noteLine = 44;
const headHeight = 68;
const padding = 14;
/** Longer names are cut, but keep their row. */
const mostCellLines = 4;

interface LaidRow {
  readonly cells: readonly (readonly string[])[];
  readonly notes: readonly string[];
  readonly height: number;
}

interface Page {
  readonly number: number;
  readonly of: number;
}

/** @returns the content of a PNG for each picture */
export function drawPhoneTable(table: PhoneTable): readonly Uint8Array[] {
  const edges = edgesOf(table);
  const rows = table.rows.map((row) => layRow(table, row, edges));
  const lead = leadLines(table);
  const closing = table.closing.flatMap((line) => wrap(line, faint, width - 2 * margin));
  const above = (page: Page) => topHeight(table, page) + (page.number === 1 ? leadHeight(table, lead) : 0);
  const fixed = above({ number: 1, of: 2 }) + headHeight + closing.length * noteLine + 2 * margin;
  const pages = balanced(rows, mostHeight - fixed);
  return pages.map((onPage, index) => {
    const page = { number: index + 1, of: pages.length };
    const below = page.number === page.of ? closing : [];
    const body = onPage.reduce((sum, row) => sum + row.height, 0);
    const height = above(page) + headHeight + body + below.length * noteLine + 2 * margin + padding;
    const sheet = blankSheet(width, height);
    let top = drawTop(sheet, table, page);
    if (page.number === 1) top = drawLead(sheet, table, lead, top);
    top = drawHead(sheet, table, edges, top);
    onPage.forEach((row, at) => (top = drawRow(sheet, table, row, edges, top, at % 2 === 1)));
    below.forEach((line, at) =>
      write(sheet.pen, line, faint, { x: margin, y: top + padding + (at + 0.5) * noteLine }),
    );
    return pngOf(sheet);
  });
}

function edgesOf({ columns }: PhoneTable): readonly number[] {
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  let shares = 0;
  return [0, ...columns.map((column) => (shares += column.width))].map((share) =>
    Math.round(margin + ((width - 2 * margin) * share) / all),
  );
}

function layRow({ columns, notesBelow }: PhoneTable, row: PhoneRow, edges: readonly number[]): LaidRow {
  const cells = columns.map((_, at) => {
    const room = (edges[at + 1] ?? 0) - (edges[at] ?? 0) - 16;
    const lines = wrap(row.cells[at] ?? '', cell, room);
    if (lines.length <= mostCellLines) return lines;
    const kept = lines.slice(0, mostCellLines - 1);
    return [...kept, shorten(lines.slice(mostCellLines - 1).join(''), cell, room)];
  });
  const notes = row.notes.flatMap((text) =>
    wrapParts(text, note, width - margin - (edges[notesBelow] ?? margin) - 16),
  );
  const lines = Math.max(1, ...cells.map((one) => one.length));
  return { cells, notes, height: lines * cellLine + notes.length * noteLine + 2 * padding };
}

function topHeight({ title: text, subtitle }: PhoneTable, { of }: Page): number {
  const titles = wrapParts(text, title, width - 2 * margin).length * lineHeight(title);
  return titles + (wrap(subtitle, faint, width - 2 * margin).length + (of > 1 ? 1 : 0)) * noteLine + padding;
}

function drawTop({ pen }: Sheet, table: PhoneTable, { number, of }: Page): number {
  let top = margin;
  for (const line of wrapParts(table.title, title, width - 2 * margin)) {
    write(pen, line, title, { x: width / 2, y: top + lineHeight(title) / 2, align: 'center' });
    top += lineHeight(title);
  }
  const lines = [
    ...wrap(table.subtitle, faint, width - 2 * margin),
    ...(of > 1 ? [`第${number}张 共${of}张`] : []),
  ];
  lines.forEach((line, at) =>
    write(pen, line, faint, { x: width / 2, y: top + (at + 0.5) * noteLine, align: 'center' }),
  );
  return top + lines.length * noteLine + padding;
}

function leadLines({ lead }: PhoneTable): readonly string[] {
  return (lead?.lines ?? []).flatMap((line) => wrap(line, note, width - 2 * margin));
}

function leadHeight({ lead }: PhoneTable, lines: readonly string[]): number {
  return lead === null ? 0 : lineHeight(figure) + lines.length * noteLine + padding;
}

function drawLead({ pen }: Sheet, table: PhoneTable, lines: readonly string[], top: number): number {
  if (table.lead === null) return top;
  const middle = width / 2;
  write(pen, table.lead.figure, figure, { x: middle, y: top + lineHeight(figure) / 2, align: 'center' });
  lines.forEach((line, at) => {
    const y = top + lineHeight(figure) + (at + 0.5) * noteLine;
    write(pen, line, note, { x: middle, y, align: 'center' });
  });
  return top + leadHeight(table, lines);
}

function drawHead(
  { pen }: Sheet,
  { columns, rows }: PhoneTable,
  edges: readonly number[],
  top: number,
): number {
  if (rows.length === 0) return top;
  pen.fillStyle = '#e4e4e4';
  pen.fillRect(margin, top, width - 2 * margin, headHeight);
  columns.forEach((column, at) =>
    writeCell(pen, column.head, head, edges, at, column.align, top + headHeight / 2),
  );
  rule(pen, [margin, top, width - margin, top]);
  rule(pen, [margin, top + headHeight, width - margin, top + headHeight]);
  return top + headHeight;
}

function drawRow(
  { pen }: Sheet,
  { columns, notesBelow }: PhoneTable,
  { cells, notes, height }: LaidRow,
  edges: readonly number[],
  top: number,
  tinted: boolean,
): number {
  if (tinted) {
    pen.fillStyle = '#f5f5f5';
    pen.fillRect(margin, top, width - 2 * margin, height);
  }
  const lines = Math.max(1, ...cells.map((one) => one.length));
  cells.forEach((texts, at) => {
    const first = top + padding + ((lines - texts.length) / 2) * cellLine;
    texts.forEach((line, index) =>
      writeCell(pen, line, cell, edges, at, columns[at]?.align ?? 'left', first + (index + 0.5) * cellLine),
    );
  });
  const below = top + padding + lines * cellLine;
  notes.forEach((line, at) =>
    write(pen, line, note, { x: (edges[notesBelow] ?? margin) + 8, y: below + (at + 0.5) * noteLine }),
  );
  rule(pen, [margin, top + height, width - margin, top + height], { width: 1, colour: '#9a9a9a' });
  return top + height;
}

function writeCell(
  pen: SKRSContext2D,
  line: string,
  type: { readonly size: number; readonly bold?: boolean },
  edges: readonly number[],
  at: number,
  align: Align,
  y: number,
): void {
  const [from, to] = [edges[at] ?? 0, edges[at + 1] ?? 0];
  const x = { left: from + 8, center: (from + to) / 2, right: to - 8 }[align];
  write(pen, line, type, { x, y, align });
}
