import type { Table } from '../../document.js';
import type { Flow } from './flow.js';
import type { Sheet } from '../paper.js';
import {
  cutAfter,
  cutFirstRow,
  linkedRows,
  edgesOf,
  heightOf,
  layRows,
  padding,
  type Edges,
  type LaidCell,
  type LaidRow,
} from './table-layout.js';
import { lineHeight, write } from '../text.js';

const headColour = '#ededed';

/** Rows that hang together stay on one page while they are no higher than this part of it. */
const keptTogether = 1 / 3;

/** A row no higher than this part of a page is not parted. */
const wholeUpTo = 0.4;

/** A table, or a pair of rows, no higher than this part of a page is kept together, as in Word. */
const togetherUpTo = 0.25;
const lowUpTo = 0.2;

interface Laid {
  readonly edges: Edges;
  readonly head: readonly LaidRow[];
  readonly rows: readonly LaidRow[];
}

function lay(flow: Flow, table: Table, size: number): Laid {
  const edges = edgesOf(table, flow.left, flow.width);
  return {
    edges,
    head: layRows(table.head, table, edges, { type: { size, bold: true }, align: 'center' }),
    rows: layRows(table.rows, table, edges, { type: { size } }),
  };
}

/** The room below which a table begins on the next page. */
export function leastRoom(flow: Flow, table: Table, size: number, below = 0): number {
  return leastRoomOf(flow, lay(flow, table, size), below);
}

function leastRoomOf(flow: Flow, { head, rows }: Laid, below: number): number {
  const headHeight = heightOf(head);
  const whole = headHeight + heightOf(rows);
  if (whole <= flow.height * togetherUpTo) return whole + below;
  const first = heightOf(rows.slice(0, withNeighbour(flow, rows, linkedRows(rows))));
  return headHeight + Math.min(first, (flow.height - headHeight) * keptTogether);
}

/** Includes a row that would otherwise be alone: a table's second or last. */
function withNeighbour(flow: Flow, rows: readonly LaidRow[], linked: number): number {
  const isLow = heightOf(rows.slice(0, linked)) <= flow.height * lowUpTo;
  return isLow && linked < rows.length ? linked + 1 : linked;
}

/**
 * @param size of the text, in pixels
 * @param below room that the last rows leave for what belongs to them
 */
export function renderTable(flow: Flow, table: Table, size: number, below = 0): void {
  const laid = lay(flow, table, size);
  const { edges, head } = laid;
  const headHeight = heightOf(head);
  let { rows } = laid;
  const startPage = () => {
    if (!flow.isFresh()) flow.newPage();
    drawRows(flow, head, edges, headColour);
  };
  const onEmptyPage = flow.height - headHeight;
  if (flow.room() < leastRoomOf(flow, laid, below)) startPage();
  else drawRows(flow, head, edges, headColour);
  while (rows.length > 0) {
    const alone = linkedRows(rows);
    const linked = alone === rows.length - 1 ? withNeighbour(flow, rows, alone) : alone;
    const height = heightOf(rows.slice(0, linked));
    const together = height + (linked === rows.length ? below : 0);
    const fresh = flow.room() >= onEmptyPage;
    if (together <= flow.room()) rows = drawFirst(flow, rows, linked, edges);
    else if (!fresh && height <= onEmptyPage * keptTogether && together <= onEmptyPage) startPage();
    else {
      const fitting = rowsWithin(rows.slice(0, linked), flow.room());
      const cut = fitting > 0 ? rows : cutTooHigh(rows, flow.room(), fresh, onEmptyPage);
      if (cut === undefined) startPage();
      else rows = drawFirst(flow, cutAfter(cut, Math.max(1, fitting)), Math.max(1, fitting), edges);
    }
  }
}

/** A row breaks when keeping it whole would leave a gap as high. */
function cutTooHigh(
  rows: readonly LaidRow[],
  room: number,
  fresh: boolean,
  onEmptyPage: number,
): readonly LaidRow[] | undefined {
  const [first] = rows;
  if (first === undefined || (first.height <= onEmptyPage * wholeUpTo && !fresh)) return undefined;
  const cut = cutFirstRow(rows, room);
  if (cut === undefined && fresh) throw new Error('a page has no room for one line of a table');
  return cut;
}

function rowsWithin(rows: readonly LaidRow[], room: number): number {
  let used = 0;
  const over = rows.findIndex(({ height }) => (used += height) > room);
  return over < 0 ? rows.length : over;
}

function drawFirst(flow: Flow, rows: readonly LaidRow[], count: number, edges: Edges): readonly LaidRow[] {
  drawRows(flow, rows.slice(0, count), edges);
  return rows.slice(count);
}

function drawRows(flow: Flow, rows: readonly LaidRow[], edges: Edges, colour?: string): void {
  const { sheet, top } = flow.take(heightOf(rows));
  rows.forEach(({ cells }, index) => {
    const y = top + heightOf(rows.slice(0, index));
    for (const cell of cells) {
      drawCell(sheet, cell, edges, y, heightOf(rows.slice(index, index + cell.down)), colour);
    }
  });
}

function drawCell(
  { pen }: Sheet,
  { column, across, lines, type, align }: LaidCell,
  edges: Edges,
  top: number,
  height: number,
  colour: string | undefined,
): void {
  const left = edges[column] ?? 0;
  const right = edges[column + across] ?? 0;
  if (colour !== undefined) {
    pen.fillStyle = colour;
    pen.fillRect(left, top, right - left, height);
  }
  pen.strokeStyle = '#000000';
  pen.lineWidth = 2;
  pen.strokeRect(left, top, right - left, height);
  const inside = padding(type).x;
  const x = { left: left + inside, center: (left + right) / 2, right: right - inside }[align];
  const first = top + (height - lines.length * lineHeight(type)) / 2 + lineHeight(type) / 2;
  lines.forEach((line, index) => write(pen, line, type, { x, y: first + index * lineHeight(type), align }));
}
