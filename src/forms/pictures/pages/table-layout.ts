/** Tables as rows of wrapped cells with heights, before they are placed on pages. */
import type { Align, Cell, Row, Table } from '../../document.js';
import type { Type } from '../fonts.js';
import { lineHeight, wrap } from '../text.js';

export interface LaidCell {
  /** The first of the columns that it takes. */
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly lines: readonly string[];
  readonly type: Type;
  readonly align: Align;
}

export interface LaidRow {
  readonly height: number;
  readonly cells: readonly LaidCell[];
}

/** Edges of the columns from the left, one more than there are columns. */
export type Edges = readonly number[];

export function edgesOf({ columns }: Table, left: number, width: number): Edges {
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  let shares = 0;
  return [left, ...columns.map((column) => Math.round(left + (width * (shares += column.width)) / all))];
}

/** Between the text and the border. */
export function padding({ size }: Type): { readonly x: number; readonly y: number } {
  return { x: Math.round(size * 0.35), y: Math.round(size * 0.12) };
}

export function neededHeight({ lines, type }: LaidCell): number {
  return Math.max(1, lines.length) * lineHeight(type) + 2 * padding(type).y;
}

interface Placed {
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly cell: Cell;
}

/** Each cell in its columns; places that a row leaves open become empty cells, so that no border is missing. */
function place(rows: readonly Row[], columns: number): readonly (readonly Placed[])[] {
  const taken = new Array<number>(columns).fill(0);
  return rows.map((row, index) => {
    const placed: Placed[] = [];
    const waiting = [...row];
    for (let column = 0; column < columns;) {
      if ((taken[column] ?? 0) > 0) {
        column += 1;
        continue;
      }
      const cell = waiting.shift() ?? { text: '' };
      const free = taken.findIndex((left, at) => at > column && left > 0);
      const across = Math.min(cell.across ?? 1, (free < 0 ? columns : free) - column);
      const down = Math.min(cell.down ?? 1, rows.length - index);
      placed.push({ column, across, down, cell });
      taken.fill(down, column, column + across);
      column += across;
    }
    taken.forEach((left, at) => (taken[at] = Math.max(0, left - 1)));
    return placed;
  });
}

/**
 * @param usual what a cell is set in that says nothing of its own
 */
export function layRows(
  rows: readonly Row[],
  { columns }: Table,
  edges: Edges,
  usual: { readonly type: Type; readonly align?: Align },
): readonly LaidRow[] {
  const laid = place(rows, columns.length).map((placed) =>
    placed.map(({ column, across, down, cell }): LaidCell => {
      const bold = cell.bold ?? usual.type.bold ?? false;
      const type = { size: usual.type.size, bold };
      const align = cell.align ?? usual.align ?? columns[column]?.align ?? 'left';
      const width = (edges[column + across] ?? 0) - (edges[column] ?? 0) - 2 * padding(type).x;
      return { column, across, down, lines: wrap(cell.text, type, width), type, align };
    }),
  );
  const least = lineHeight(usual.type) + 2 * padding(usual.type).y;
  return stretched(
    laid.map((cells) => ({
      height: Math.max(least, ...cells.filter(({ down }) => down === 1).map(neededHeight)),
      cells,
    })),
  );
}

export function heightOf(rows: readonly LaidRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/** Where a cell over several rows needs more than they are high, the last of them grows. */
function stretched(rows: readonly LaidRow[]): readonly LaidRow[] {
  const heights = rows.map(({ height }) => height);
  rows.forEach(({ cells }, from) => {
    for (const cell of cells) {
      const last = Math.min(from + cell.down, rows.length) - 1;
      const has = heights.slice(from, last + 1).reduce((sum, height) => sum + height, 0);
      heights[last] = (heights[last] ?? 0) + Math.max(0, neededHeight(cell) - has);
    }
  });
  return rows.map((row, index) => ({ ...row, height: heights[index] ?? row.height }));
}

/** How many rows from the first hang together by cells that reach down over them. */
export function linkedRows(rows: readonly LaidRow[]): number {
  let linked = 1;
  for (let index = 0; index < Math.min(linked, rows.length); index += 1) {
    for (const { down } of rows[index]?.cells ?? []) linked = Math.max(linked, index + down);
  }
  return Math.min(linked, rows.length);
}

function linesIn({ type }: LaidCell, height: number): number {
  return Math.max(0, Math.floor((height - 2 * padding(type).y) / lineHeight(type)));
}

/**
 * The rows with no cell reaching over the end of the first `count`: it goes on in a cell of its own below, with the
 * lines that found no place above, or with its words again where all had.
 */
export function cutAfter(rows: readonly LaidRow[], count: number): readonly LaidRow[] {
  const next = rows[count];
  if (next === undefined) return rows;
  const continued: LaidCell[] = [];
  const above = rows.slice(0, count).map((row, index) => ({
    ...row,
    cells: row.cells.map((cell): LaidCell => {
      const below = index + cell.down - count;
      if (below <= 0) return cell;
      const fitting = linesIn(cell, heightOf(rows.slice(index, count)));
      const rest = cell.lines.slice(fitting);
      const again = { ...cell, down: below };
      const room = heightOf(rows.slice(count, count + below));
      const repeated = neededHeight(again) <= room ? cell.lines : [];
      continued.push({ ...again, lines: rest.length > 0 ? rest : repeated });
      return { ...cell, down: count - index, lines: cell.lines.slice(0, fitting) };
    }),
  }));
  const cells = [...next.cells, ...continued];
  return [...above, ...stretched([{ ...next, cells }, ...rows.slice(count + 1)])];
}

/** The first row as two, of which the upper is as high as there is room. Undefined: not one line would fit. */
export function cutFirstRow(rows: readonly LaidRow[], room: number): readonly LaidRow[] | undefined {
  const [first, ...others] = rows;
  if (first === undefined) return undefined;
  const own = first.cells.filter(({ down }) => down === 1);
  if (own.some((cell) => linesIn(cell, room) === 0)) return undefined;
  const upper = first.cells.map((cell): LaidCell =>
    cell.down === 1
      ? { ...cell, lines: cell.lines.slice(0, linesIn(cell, room)) }
      : { ...cell, down: cell.down + 1 },
  );
  const lower = own.map((cell) => ({ ...cell, lines: cell.lines.slice(linesIn(cell, room)) }));
  const height = Math.max(...lower.map(neededHeight));
  return [{ height: room, cells: upper }, { height, cells: lower }, ...others];
}
