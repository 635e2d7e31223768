import type { SKRSContext2D } from '../canvas.js';
import type { AttendanceCalendar, CalendarMonth, Mark } from './attendance.js';
import { standingSigns, standingTitles } from '../../../words/activities.js';
import { weekdayLetters } from '../../../words/dates.js';
import { blankSheet, pngOf, type Sheet } from '../paper.js';
import { lineHeight, widthOf, wrap, wrapParts, write } from '../text.js';

/** Each mark has its sign as well, so that it is read without colour. */
interface Look {
  readonly fill: string;
  readonly ink: string;
}

const looks: { readonly [M in Mark]: Look } = {
  present: { fill: '#1d5c3a', ink: '#ffffff' },
  guest: { fill: '#d3e7da', ink: '#000000' },
  onLeave: { fill: '#f3dc9a', ink: '#000000' },
  leavePending: { fill: '#ffffff', ink: '#7a5200' },
  absent: { fill: '#a3211a', ink: '#ffffff' },
  unrecorded: { fill: '#d6d6d6', ink: '#000000' },
  coming: { fill: '#ffffff', ink: '#1f3a5f' },
};

const width = 1080;
const margin = 44;
const between = 32;
const columns = 3;
const monthWidth = (width - 2 * margin - (columns - 1) * between) / columns;
const square = Math.floor(monthWidth / 7);
/** A month may touch six weeks. */
const weeks = 6;
const monthTitle = { size: 32, bold: true } as const;
const monthTop = 86;
const monthHeight = monthTop + weeks * square + 20;
const faint = { size: 20, colour: '#6b6b6b' } as const;

const title = { size: 46, bold: true } as const;
const text = { size: 31, colour: '#333333' } as const;
const line = 46;

export function drawAttendance(calendar: AttendanceCalendar): Uint8Array {
  const room = width - 2 * margin;
  const titles = wrapParts(calendar.title, title, room);
  const lines = [calendar.subtitle, ...calendar.sums].flatMap((one) => wrap(one, text, room));
  const legend = legendRows(calendar);
  const top = margin + titles.length * lineHeight(title) + lines.length * line + 24;
  const below = top + (12 / columns) * monthHeight;
  const sheet = blankSheet(width, below + legend.length * 64 + margin);
  titles.forEach((one, at) =>
    write(sheet.pen, one, title, {
      x: width / 2,
      y: margin + (at + 0.5) * lineHeight(title),
      align: 'center',
    }),
  );
  lines.forEach((one, at) => {
    const y = margin + titles.length * lineHeight(title) + (at + 0.5) * line;
    write(sheet.pen, one, text, { x: width / 2, y, align: 'center' });
  });
  calendar.months.forEach((month, at) => {
    const x = margin + (at % columns) * (monthWidth + between);
    drawMonth(sheet, month, x, top + Math.floor(at / columns) * monthHeight);
  });
  drawLegend(sheet, legend, below);
  return pngOf(sheet);
}

function drawMonth({ pen }: Sheet, { month, offset, days }: CalendarMonth, left: number, top: number): void {
  write(pen, `${month}月`, monthTitle, { x: left + 2, y: top + 22 });
  weekdayLetters.forEach((day, at) => {
    const x = left + (at + 0.5) * square - 1;
    write(pen, day, faint, { x, y: top + monthTop - 18, align: 'center' });
  });
  days.forEach((marks, at) => {
    const place = offset + at;
    const x = Math.round(left + (place % 7) * square);
    const y = top + monthTop + Math.floor(place / 7) * square;
    if (marks.length === 0) drawEmpty(pen, at + 1, x, y);
    else marks.forEach((mark, index) => drawMark(pen, mark, x, y, index, marks.length));
  });
}

function drawEmpty(pen: SKRSContext2D, day: number, x: number, y: number): void {
  pen.strokeStyle = '#dedede';
  pen.lineWidth = 1;
  pen.strokeRect(x + 1.5, y + 1.5, square - 4, square - 4);
  write(pen, String(day), faint, { x: x + square / 2, y: y + square / 2, align: 'center' });
}

/** Several activities of one day share its square from the top. */
function drawMark(pen: SKRSContext2D, mark: Mark, x: number, y: number, index: number, of: number): void {
  const { fill, ink } = looks[mark];
  const height = (square - 3) / of;
  const from = y + 1 + index * height;
  pen.fillStyle = fill;
  pen.fillRect(x + 1, from, square - 3, height - (of > 1 ? 1 : 0));
  pen.strokeStyle = ink === '#ffffff' ? fill : '#555555';
  pen.lineWidth = 2;
  pen.strokeRect(x + 2, from + 1, square - 5, height - 2 - (of > 1 ? 1 : 0));
  const size = Math.min(27, Math.floor(height * 0.86));
  write(
    pen,
    standingSigns[mark],
    { size, bold: true, colour: ink },
    { x: x + square / 2, y: from + height / 2, align: 'center' },
  );
}

/** Who came without being due may have been asked, or came of their own accord. */
function wordOf(mark: Mark): string {
  return mark === 'guest' ? `${standingTitles.guest}、自愿参加` : standingTitles[mark];
}

type LegendRow = readonly { readonly mark: Mark; readonly x: number }[];

/** The usual marks always, the others where the calendar has them. */
function legendRows({ months }: AttendanceCalendar): readonly LegendRow[] {
  const used = new Set(months.flatMap(({ days }) => days.flat()));
  const always: readonly Mark[] = ['present', 'onLeave', 'absent', 'unrecorded'];
  const shown = (Object.keys(looks) as Mark[]).filter((mark) => always.includes(mark) || used.has(mark));
  const rows: { mark: Mark; x: number }[][] = [[]];
  let x = margin;
  for (const mark of shown) {
    const wide = square + 12 + widthOf(wordOf(mark), text) + 40;
    if (x + wide > width - margin + 40) {
      rows.push([]);
      x = margin;
    }
    rows.at(-1)?.push({ mark, x });
    x += wide;
  }
  return rows;
}

function drawLegend({ pen }: Sheet, rows: readonly LegendRow[], top: number): void {
  rows.forEach((row, at) => {
    for (const { mark, x } of row) {
      const y = top + at * 64 + 8;
      drawMark(pen, mark, x, y, 0, 1);
      write(pen, wordOf(mark), text, { x: x + square + 12, y: y + square / 2 });
    }
  });
}
