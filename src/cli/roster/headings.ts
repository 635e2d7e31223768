/** Finds the line of headings and which column says what. The order is free, and so are blanks and line breaks. */
import { shown, type Sheet, type SheetLine } from '../sheets/sheet.js';

export type ColumnName =
  'name' | 'category' | 'offices' | 'group' | 'partyJoinedOn' | 'phone' | 'joinedOn' | 'note';

/** The first of each is the heading of the template. */
export const headings: Readonly<Record<ColumnName, readonly [string, ...string[]]>> = {
  name: ['姓名', '党员姓名', '名字'],
  category: ['类别', '党员类别', '人员类别'],
  offices: ['职务', '党内职务', '支部职务'],
  group: ['党小组', '所在党小组', '小组'],
  partyJoinedOn: ['入党时间', '入党日期', '入党年月'],
  phone: ['手机', '手机号', '手机号码', '联系电话', '联系方式', '电话'],
  joinedOn: ['加入支部时间', '加入支部日期', '进入支部时间', '转入时间'],
  note: ['备注', '说明'],
};

export const columnNames = Object.keys(headings) as readonly ColumnName[];

/** Offices put a title and a date above the table; further down nobody looks for it. */
const linesSearched = 10;

export interface Layout {
  /** Row number of the headings. */
  readonly line: number;
  readonly columns: ReadonlyMap<ColumnName, number>;
  /** Headings that occur twice, as written in the template. */
  readonly twice: readonly string[];
  /** Columns with something in them that nobody asks for: their heading, or their letter where they have none. */
  readonly ignored: readonly string[];
}

/** Undefined when no line among the first ten has the heading 姓名. */
export function findLayout(sheet: Sheet): Layout | undefined {
  const heading = sheet.lines
    .slice(0, linesSearched)
    .find((line) => line.cells.some((cell) => columnOf(shown(cell)) === 'name'));
  return heading === undefined ? undefined : layoutOf(sheet, heading);
}

function layoutOf(sheet: Sheet, heading: SheetLine): Layout {
  const columns = new Map<ColumnName, number>();
  const twice: string[] = [];
  const ignored: string[] = [];
  const width = Math.max(...sheet.lines.map((line) => line.cells.length));
  for (let at = 0; at < width; at += 1) {
    const cell = heading.cells[at];
    const written = cell === undefined ? '' : shown(cell).replace(/\s+/gu, '');
    const column = columnOf(written);
    if (column === undefined) {
      if (written !== '' || isUsed(sheet, heading, at))
        ignored.push(written === '' ? `${letterOf(at)}列(无标题)` : written);
    } else if (columns.has(column)) twice.push(headings[column][0]);
    else columns.set(column, at);
  }
  return { line: heading.line, columns, twice, ignored: ignored.filter((name) => !isCounter(name)) };
}

/** Blanks, full width, line breaks, marks such as * and remarks in brackets do not matter: “手 机(必填)*” is 手机. */
function columnOf(written: string): ColumnName | undefined {
  const bare = written.normalize('NFKC').replace(/\(.*?\)|\[.*?\]|[\s*::]/gu, '');
  return columnNames.find((column) => headings[column].includes(bare));
}

/** Nearly every roster counts its lines; nobody needs to hear that the counter is not imported. */
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
