/** Finds the table in a sheet: its headings, its lines, and the text around them. Serves roster, points and years. */
import { isBlank, shown, valueOf, type Cell, type Sheet, type SheetLine } from './sheet.js';

/** The possible headings of each column; the first is the usual one. */
export type Headings<C extends string> = Readonly<Record<C, readonly [string, ...string[]]>>;

export interface TableKind<C extends string> {
  /** For people. */
  readonly title: string;
  readonly headings: Headings<C>;
  /** Columns that identify the table. The first is the name. */
  readonly marks: readonly [C, ...C[]];
  /** Further columns that it must have. */
  readonly needed: readonly C[];
}

export interface Table<C extends string> {
  readonly sheet: Sheet;
  /** Row number of the headings. */
  readonly line: number;
  readonly columns: ReadonlyMap<C, number>;
  /** The lines below the headings. */
  readonly lines: readonly SheetLine[];
  /** Sentences about what was skipped. */
  readonly notices: readonly string[];
  /** Sentences about faults of the table as a whole. */
  readonly problems: readonly string[];
}

/** Offices put a title and a date above the table; the search ends here. */
const linesSearched = 10;
const empty: Cell = { kind: 'empty' };

/** The first table of each sheet that has all identifying columns in one line of headings, or in two. */
export function tablesOf<C extends string>(
  sheets: readonly Sheet[],
  kind: TableKind<C>,
): readonly Table<C>[] {
  return sheets.flatMap((sheet) => {
    const heads = sheet.lines.slice(0, linesSearched);
    const whole = heads.find((line) => hasMarks(kind, columnsIn(kind, line)));
    const split = heads.find((line, at) =>
      hasMarks(kind, [...columnsIn(kind, line), ...columnsIn(kind, heads[at + 1])]),
    );
    const heading = whole ?? split;
    return heading === undefined ? [] : [readTable(sheet, kind, heading)];
  });
}

function columnsIn<C extends string>({ headings }: TableKind<C>, line: SheetLine | undefined): readonly C[] {
  return line?.cells.flatMap((cell) => columnOf(headings, shown(cell)) ?? []) ?? [];
}

function hasMarks<C extends string>({ marks }: TableKind<C>, found: readonly C[]): boolean {
  return marks.every((mark) => found.includes(mark));
}

function readTable<C extends string>(sheet: Sheet, kind: TableKind<C>, heading: SheetLine): Table<C> {
  const { line } = heading;
  const { columns, twice, ignored } = columnsOf(sheet, kind.headings, heading);
  const last = lastHeadingLine(sheet, kind, heading);
  if (last > line) {
    const says = `列标题占了第${line}至${last}行，请合成一行，每列只写一个标题，再导入。`;
    return { sheet, line, columns, lines: [], notices: [], problems: [says] };
  }
  const below = sheet.lines.filter((one) => one.line > line && !isBlank(one) && !isEmptyOf(columns, one));
  const hidden = below.filter((one) => one.hidden);
  const footers = below.filter((one) => !one.hidden && isFooter(kind, columns, one));
  const lines = below.filter((one) => !one.hidden && !footers.includes(one));
  return {
    ...{ sheet, line, columns, lines },
    notices: [
      ...ignored.map((name) => `“${name}”一列不认识，没有读取。`),
      ...(footers.length === 0 ? [] : [`${rowNumbers(footers)}是合计、签字或说明，没有读取。`]),
      ...(hidden.length === 0
        ? []
        : [
            `${namedRows(hidden, columns.get(kind.marks[0]))}是隐藏的，没有导入。要导入的请先取消隐藏或筛选。`,
          ]),
    ],
    problems: [
      ...missingText(kind, columns, line),
      ...twice.map((name) => `“${name}”一列出现了两次，请只留一列。`),
      ...mergedText(sheet, lines),
    ],
  };
}

function missingText<C extends string>(
  { headings, needed }: TableKind<C>,
  columns: ReadonlyMap<C, number>,
  line: number,
): readonly string[] {
  const missing = needed.filter((column) => !columns.has(column)).map((column) => `“${headings[column][0]}”`);
  return missing.length === 0 ? [] : [`第${line}行的列标题里没有找到${missing.join('、')}，请补上后再导入。`];
}

function mergedText({ merges }: Sheet, lines: readonly SheetLine[]): readonly string[] {
  const [from, to] = [lines[0]?.line ?? 0, lines.at(-1)?.line ?? 0];
  return merges
    .filter(({ fromLine, toLine }) => fromLine <= to && toLine >= from)
    .map(({ fromLine, toLine }) => {
      const where = fromLine === toLine ? `第${fromLine}行` : `第${fromLine}至${toLine}行`;
      return `${where}有合并的单元格，请取消合并，逐行逐列填写。`;
    });
}

/** Nearly every table numbers its lines; the bot's own summary has the sum of a side beside its items. */
const unmentioned: readonly string[] = ['序号', '编号', '加分小计', '减分小计'];

function columnsOf<C extends string>(sheet: Sheet, headings: Headings<C>, heading: SheetLine) {
  const columns = new Map<C, number>();
  const twice: string[] = [];
  const ignored: string[] = [];
  const width = sheet.lines.reduce((most, line) => Math.max(most, line.cells.length), 0);
  for (let at = 0; at < width; at += 1) {
    const written = shown(heading.cells[at] ?? empty).replace(/\s+/gu, '');
    const column = columnOf(headings, written);
    if (column === undefined) {
      if (written !== '' || isUsed(sheet, heading, at))
        ignored.push(written === '' ? `${letterOf(at)}列（无标题）` : written);
    } else if (columns.has(column)) twice.push(headings[column][0]);
    else columns.set(column, at);
  }
  return { columns, twice, ignored: ignored.filter((name) => !unmentioned.includes(name)) };
}

/** Ignores blanks, full width, line breaks, marks such as * and remarks in brackets: “手 机(必填)*” is 手机. */
function columnOf<C extends string>(headings: Headings<C>, written: string): C | undefined {
  const bare = plain(written).replace(/\(.*?\)|\[.*?\]|[*:]/gu, '');
  return (Object.keys(headings) as C[]).find((column) => headings[column].includes(bare));
}

/** The second line of headings, if they go on: cells merged downwards, or headings below an empty place. */
function lastHeadingLine<C extends string>(sheet: Sheet, kind: TableKind<C>, heading: SheetLine): number {
  const { line } = heading;
  const merged = sheet.merges.filter(({ fromLine, toLine }) => fromLine === line && toLine > line);
  if (merged.length > 0) return merged.reduce((last, { toLine }) => Math.max(last, toLine), line);
  const next = sheet.lines.find((one) => one.line === line + 1);
  const own = columnsIn(kind, heading);
  const goesOn = columnsIn(kind, next).some((column) => !own.includes(column));
  const name = heading.cells.findIndex((cell) => columnOf(kind.headings, shown(cell)) === kind.marks[0]);
  return goesOn && textOf(next?.cells[name] ?? empty) === '' ? line + 1 : line;
}

function isUsed(sheet: Sheet, heading: SheetLine, at: number): boolean {
  return sheet.lines.some((line) => line.line > heading.line && (line.cells[at] ?? empty).kind !== 'empty');
}

/** Nothing but its own number: a prepared, empty line. */
function isEmptyOf<C extends string>(columns: ReadonlyMap<C, number>, line: SheetLine): boolean {
  const read = new Set(columns.values());
  return line.cells.every(
    (cell, at) => textOf(cell) === '' || (!read.has(at) && /^\d+$/u.test(textOf(cell))),
  );
}

const sum = /^(合计|总计|小计|共计|平均分?|人数|共\d+人)([(:]|$)/u;
const signed =
  /^(制表|填表|填报|审核|复核|经办|负责|统计)(人|单位|日期|时间)?([(:]|$)|^(注|备注|说明|附注):|[(（]?(签字|签名|盖章)/u;
const around = /签|章|注:|说明|填表|制表|审核|负责人|日期|年.*月.*日/u;

/** The end of a table: sums, signatures, remarks. */
function isFooter<C extends string>(
  { marks: [name, ...others] }: TableKind<C>,
  columns: ReadonlyMap<C, number>,
  { cells }: SheetLine,
): boolean {
  const at = (column: C) => textOf(cells[columns.get(column) ?? -1] ?? empty);
  const first = cells.map(textOf).find((text) => text !== '') ?? '';
  if ([first, at(name)].some((text) => sum.test(text) || signed.test(text))) return true;
  // A person called 章 whose line is empty is still a person.
  const isNobody = at(name) === '' || around.test(at(name).slice(1));
  const isLine =
    others.length > 0 && others.every((column) => at(column) !== '' && !at(column).includes(':'));
  return isNobody && !isLine && around.test(cells.map(textOf).join(''));
}

function textOf(cell: Cell): string {
  return plain(shown(valueOf(cell)));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

function rowNumbers(lines: readonly SheetLine[]): string {
  return `第${lines.map(({ line }) => line).join('、')}行`;
}

/** 第3行（李四）、第7行 */
function namedRows(lines: readonly SheetLine[], at = -1): string {
  const nameOf = (line: SheetLine) => textOf(line.cells[at] ?? empty);
  return lines
    .map((line) => `第${line.line}行${nameOf(line) === '' ? '' : `（${nameOf(line)}）`}`)
    .join('、');
}

/** Headings found and missing in the first lines, when there is no table. */
export function missedTable(sheets: readonly Sheet[], kinds: readonly TableKind<string>[]): string {
  const seen = sheets
    .flatMap((sheet) => sheet.lines.slice(0, linesSearched).map((line) => ({ sheet, line })))
    .flatMap(({ sheet, line }) => kinds.map((kind) => ({ sheet, line, kind, has: columnsIn(kind, line) })))
    .sort((one, other) => other.has.length - one.has.length)[0];
  if (seen === undefined || seen.has.length === 0) return '前十行里没有看到列标题。';
  const { sheet, line, kind, has } = seen;
  const title = (column: string) => kind.headings[column]?.[0] ?? column;
  const lacks = kind.marks.filter((mark) => !has.includes(mark)).map(title);
  const where = `${sheet.name === '' ? '' : `工作表“${sheet.name}”`}第${line.line}行`;
  return `在${where}看到了${[...new Set(has)].map(title).join('、')}，作为${kind.title}还缺“${lacks.join('”“')}”，请补上这一列。`;
}

/** 0 is A, 26 is AA. */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}
