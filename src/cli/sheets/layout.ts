/** Finds the line of headings and which column says what. The order is free, and so are blanks and line breaks. */
import { shown, type Sheet, type SheetLine } from './sheet.js';

/** By column, what its heading may be; the first is the usual one. */
export type Headings<C extends string> = Readonly<Record<C, readonly [string, ...string[]]>>;

/** Offices put a title and a date above the table; further down nobody looks for it. */
const linesSearched = 10;

export interface Layout<C extends string> {
  /** Row number of the headings. */
  readonly line: number;
  readonly columns: ReadonlyMap<C, number>;
  /** Headings that occur twice, by their usual name. */
  readonly twice: readonly string[];
  /** Columns with something in them that nobody asks for: their heading, or their letter where they have none. */
  readonly ignored: readonly string[];
}

/**
 * Undefined when no line among the first ten has all the headings of `marks`.
 */
export function findLayoutBy<C extends string>(
  sheet: Sheet,
  headings: Headings<C>,
  marks: readonly C[],
): Layout<C> | undefined {
  const heading = sheet.lines.slice(0, linesSearched).find((line) => {
    const found = line.cells.map((cell) => columnOf(headings, shown(cell)));
    return marks.every((mark) => found.includes(mark));
  });
  return heading === undefined ? undefined : layoutOf(sheet, headings, heading);
}

function layoutOf<C extends string>(sheet: Sheet, headings: Headings<C>, heading: SheetLine): Layout<C> {
  const columns = new Map<C, number>();
  const twice: string[] = [];
  const ignored: string[] = [];
  const width = Math.max(...sheet.lines.map((line) => line.cells.length));
  for (let at = 0; at < width; at += 1) {
    const cell = heading.cells[at];
    const written = cell === undefined ? '' : shown(cell).replace(/\s+/gu, '');
    const column = columnOf(headings, written);
    if (column === undefined) {
      if (written !== '' || isUsed(sheet, heading, at))
        ignored.push(written === '' ? `${letterOf(at)}列（无标题）` : written);
    } else if (columns.has(column)) twice.push(headings[column][0]);
    else columns.set(column, at);
  }
  return { line: heading.line, columns, twice, ignored: ignored.filter((name) => !isCounter(name)) };
}

/** Blanks, full width, line breaks, marks such as * and remarks in brackets do not matter: “手 机(必填)*” is 手机. */
function columnOf<C extends string>(headings: Headings<C>, written: string): C | undefined {
  const bare = written.normalize('NFKC').replace(/\(.*?\)|\[.*?\]|[\s*:]/gu, '');
  return (Object.keys(headings) as C[]).find((column) => headings[column].includes(bare));
}

/** Nearly every table counts its lines; nobody needs to hear that the counter is not imported. */
function isCounter(heading: string): boolean {
  return ['序号', '编号'].includes(heading);
}

function isUsed(sheet: Sheet, heading: SheetLine, at: number): boolean {
  return sheet.lines.some(
    (line) => line.line > heading.line && (line.cells[at] ?? { kind: 'empty' }).kind !== 'empty',
  );
}

/** 0 is A, 26 is AA. */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}
