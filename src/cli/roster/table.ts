/** Reads a roster file (.xlsx or .csv) and names every bad row at once, so that people can mend them all together. */
import { checkTogether } from './checks.js';
import { readDate } from '../sheets/dates.js';
import { headings, rosterTable, type ColumnName } from './headings.js';
import { openFile, sheetsOf } from '../sheets/open.js';
import type { Roster, RosterProblem, RosterRow } from './row.js';
import { shown, type Cell, type Read, type Sheet, type SheetLine } from '../sheets/sheet.js';
import { missedTable, tablesOf, type Table } from '../sheets/table.js';
import {
  memberCategories,
  readCategory,
  readGroup,
  readName,
  readOffices,
  readPhone,
  readEthnicity,
  readGender,
  readShortText,
} from './values.js';

const mostRows = 5_000;
const empty: Cell = { kind: 'empty' };

export interface RosterOptions {
  /** Labels of the rulebook's categories; by default those of SPEC §5. */
  readonly categories?: readonly string[];
  /** `YYYY-MM-DD`; with it, future dates are refused. */
  readonly today?: string;
}

/** Never throws for bad content or an unreadable file: that is a problem with a sentence. */
export async function readRosterFile(path: string, options: RosterOptions = {}): Promise<Roster> {
  const opened = await openFile(path);
  return opened.ok ? rosterIn(opened.value.sheets, options) : refused(opened.wrong);
}

/** The same of a file that was sent. */
export async function readRosterUpload(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  options: RosterOptions,
): Promise<Roster> {
  const read = await sheetsOf(name, bytes);
  return read.ok ? rosterIn(read.value, options) : refused(read.wrong);
}

function rosterIn(sheets: readonly Sheet[], options: RosterOptions): Roster {
  const [chosen, ...further] = tablesOf(sheets, rosterTable);
  if (chosen === undefined)
    return refused(
      `没有找到“姓名”一列。${missedTable(sheets, [rosterTable])}请在第一行写明列标题：姓名、类别、职务等（可用 --template 生成空表）。`,
    );
  const roster = readTable(chosen, options);
  const unread = further.map(({ sheet }) =>
    fileProblem(`工作表“${sheet.name}”没有读取，只读“${chosen.sheet.name}”。`),
  );
  return { ...roster, notices: [...roster.notices, ...unread] };
}

function readTable(table: Table<ColumnName>, options: RosterOptions): Roster {
  const { lines, columns } = table;
  if (lines.length > mostRows) return refused(`名册有${lines.length}行，最多${mostRows}行，请按支部分开。`);
  const notices = table.notices.map(fileProblem);
  const whole = table.problems.map(fileProblem);
  if (lines.length === 0)
    return { rows: [], problems: whole.length > 0 ? whole : [fileProblem('名册里一个人也没有。')], notices };
  const read = columns.has('category') ? lines.map((line) => readLine(line, columns, options)) : [];
  const rows = read.flatMap((line) => (line.row === undefined ? [] : [line.row]));
  const together = checkTogether(rows);
  const faulty = new Set(together.map((problem) => problem.line));
  return {
    rows: rows.filter((row) => !faulty.has(row.line)),
    problems: [...whole, ...[...read.flatMap((line) => line.problems), ...together].sort(byLine)],
    notices,
  };
}

interface ReadLine {
  readonly row: RosterRow | undefined;
  readonly problems: readonly RosterProblem[];
}

function readLine(
  line: SheetLine,
  columns: ReadonlyMap<ColumnName, number>,
  options: RosterOptions,
): ReadLine {
  const problems: RosterProblem[] = [];
  const cellOf = (column: ColumnName) => line.cells[columns.get(column) ?? -1] ?? empty;
  const take = <T>(column: ColumnName, read: (cell: Cell) => Read<T>): T | undefined => {
    const cell = cellOf(column);
    const result = refusalOf(cell) ?? read(cell);
    if (result.ok) return result.value;
    problems.push({ line: line.line, column: headings[column][0], says: result.wrong });
    return undefined;
  };
  const ifFilled = <T>(column: ColumnName, read: (cell: Cell) => Read<T>): T | undefined =>
    cellOf(column).kind === 'empty' ? undefined : take(column, read);

  const name = take('name', readName);
  const category = take('category', (cell) => readCategory(cell, options.categories ?? memberCategories));
  const offices = take('offices', readOffices);
  const optional = {
    group: ifFilled('group', readGroup),
    partyJoinedOn: ifFilled('partyJoinedOn', (cell) => readDate(cell, options.today)),
    phone: ifFilled('phone', readPhone),
    joinedOn: ifFilled('joinedOn', (cell) => readWholeDay(cell, options.today)),
    regularOn: ifFilled('regularOn', (cell) => readDate(cell, options.today)),
    gender: ifFilled('gender', readGender),
    ethnicity: ifFilled('ethnicity', readEthnicity),
    bornOn: ifFilled('bornOn', (cell) => readMonth(cell, options.today)),
    education: ifFilled('education', readShortText),
    position: ifFilled('position', readShortText),
  };
  if (name === undefined || category === undefined || offices === undefined || problems.length > 0)
    return { row: undefined, problems };
  return { row: { line: line.line, name, ...category, offices, ...filled(optional) }, problems };
}

function readMonth(cell: Cell, today: string | undefined): Read<string> {
  const read = readDate(cell, today);
  return read.ok ? { ok: true, value: read.value.slice(0, 7) } : read;
}

/** Refuse formulas: what they show depends on cells that are not imported. */
function refusalOf(cell: Cell): Read<never> | undefined {
  if (cell.kind === 'formula') return { ok: false, wrong: '单元格是公式，请复制后“选择性粘贴”为数值。' };
  if (cell.kind === 'error') return { ok: false, wrong: `单元格显示错误“${shown(cell)}”，请改正。` };
  return undefined;
}

/** Activities count from the day of joining the branch, so a month is not enough. */
function readWholeDay(cell: Cell, today: string | undefined): Read<string> {
  const read = readDate(cell, today);
  if (!read.ok || read.value.length === 10) return read;
  return { ok: false, wrong: `“${shown(cell)}”要写到日（考勤从这一天算起），如 ${read.value}-01。` };
}

type Filled<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function filled<T extends object>(values: T): Filled<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Filled<T>;
}

function byLine(one: RosterProblem, other: RosterProblem): number {
  return (one.line ?? 0) - (other.line ?? 0);
}

function fileProblem(says: string): RosterProblem {
  return { line: null, column: null, says };
}

function refused(says: string): Roster {
  return { rows: [], problems: [fileProblem(says)], notices: [] };
}
