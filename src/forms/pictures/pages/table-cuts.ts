/** Where a table may be cut by the end of a page, without losing a line of any cell. */
import { lineHeight } from '../text.js';
import { heightOf, neededHeight, padding, stretched, type LaidCell, type LaidRow } from './table-layout.js';

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
