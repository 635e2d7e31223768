/** A hand-kept table of bonuses and deductions, read and compared with the branch. */
import { importPoints, planPoints, type PointsRow } from '../../app/imports/points.js';
import type { ActorContext } from '../../app/use-case.js';
import { yearOf } from '../../domain/period/civil.js';
import { valueOf, type Cell, type Read, type SheetLine } from '../sheets/sheet.js';
import type { Compared } from './compared.js';
import { memberNamed } from './members.js';
import { goneText, pointsProblem, pointsText } from './show.js';
import { pointsHeadings, yearInTitle, type PointsColumn, type PointsTable } from './table.js';
import {
  nameOf,
  plainName,
  refusalOf,
  readDay,
  readGrade,
  readItem,
  readPoints,
  readTimes,
  textOf,
} from './values.js';

/** A branch of a hundred with ten deeds each; nobody would look through more. */
const mostPointsLines = 1_000;
/** The proof named in the table becomes part of the material's words. */
const longestProof = 100;

const empty: Cell = { kind: 'empty' };

/** @param year for days written without one */
export function comparePoints(
  context: ActorContext,
  table: PointsTable,
  year: number | undefined,
  fileName: string,
): Compared {
  const { sheet, lines } = table;
  const nothing = { text: '', notices: table.notices, changes: 0, intent: null };
  if (table.problems.length > 0) return { ...nothing, problems: table.problems };
  if (lines.length === 0) return { ...nothing, problems: ['列标题下面一行也没有。'] };
  if (lines.length > mostPointsLines)
    return {
      ...nothing,
      problems: [`共有${lines.length}行，一次最多${mostPointsLines}行，请分成几份导入。`],
    };
  const read = lines.map((line) => readLine(context, table, line, year ?? yearInTitle(table), fileName));
  const rows = read.flatMap(({ row }) => row ?? []);
  const plan = planPoints(context, sheet.name, rows);
  const bad = [
    ...read.flatMap(({ line, problems }) => problems.map((says) => ({ line, says }))),
    ...plan.problems.map((problem) => ({ line: problem.line, says: pointsProblem(context, problem) })),
  ].sort((one, other) => one.line - other.line);
  return {
    problems: bad.map(({ line, says }) => `第${line}行${says}`),
    notices: [...table.notices, ...goneText(context, plan)],
    text: pointsText(context, plan),
    changes: plan.steps.filter(({ known }) => !known).length,
    // A line that could not be read is missing from the plan: decide all or nothing here.
    intent:
      bad.length > 0 || plan.changes.length === 0
        ? null
        : importPoints.intent({ sheet: sheet.name, rows: [...rows] }),
  };
}

interface ReadLine {
  readonly line: number;
  readonly row: PointsRow | undefined;
  readonly problems: readonly string[];
}

function readLine(
  context: ActorContext,
  { columns, sheet }: PointsTable,
  { line, cells }: SheetLine,
  year: number | undefined,
  fileName: string,
): ReadLine {
  const problems: string[] = [];
  const cellOf = (column: PointsColumn) => cells[columns.get(column) ?? -1] ?? empty;
  const take = <T>(column: PointsColumn, read: (cell: Cell) => Read<T>): T | undefined => {
    const cell = cellOf(column);
    const result = refusalOf(cell) ?? read(valueOf(cell));
    if (result.ok) return result.value;
    problems.push(`“${pointsHeadings[column][0]}”：${result.wrong}`);
    return undefined;
  };
  const member = take('name', (cell) => memberNamed(context, nameOf(cell)));
  const deedOn = take('date', (cell) => readDay(cell, context.today, year));
  const rulebook = context.rulebookOf(yearOf(deedOn ?? context.today));
  const item = take('item', (cell) => readItem(cell, rulebook));
  const reason = take('reason', (cell) => filled(textOf(cell)));
  const grade = item === undefined ? undefined : take('grade', (cell) => readGrade(cell, item));
  const points =
    item === undefined || isEmpty(cellOf('points'))
      ? undefined
      : take('points', (cell) => readPoints(cell, item.side));
  const times =
    item === undefined || grade === undefined || isEmpty(cellOf('times'))
      ? grade?.times
      : take('times', (cell) => readTimes(cell, item, grade.grade));
  const counted =
    times === undefined || item === undefined || grade === undefined
      ? undefined
      : readTimes({ kind: 'text', text: String(times) }, item, grade.grade);
  if (counted?.ok === false) problems.push(`“次数”：${counted.wrong}`);
  if (problems.length > 0 || !member || !deedOn || !item || !reason || !grade)
    return { line, row: undefined, problems };
  const place = placeOf(fileName, sheet.name, line, textOf(valueOf(cellOf('proof'))));
  const row = { line, member, deedOn, item: item.number, grade: grade.grade, times: times ?? 1 };
  return { line, row: { ...row, points: points ?? null, reason, place }, problems };
}

function isEmpty(cell: Cell): boolean {
  return valueOf(cell).kind === 'empty';
}

function filled(text: string): Read<string> {
  return text === '' ? { ok: false, wrong: '是空的，请写明做了什么。' } : { ok: true, value: text };
}

/** 积分登记.xlsx“1-11月”第7行(原表材料:献血证) */
function placeOf(fileName: string, sheet: string, line: number, proof: string): string {
  const cut = Array.from(proof).slice(0, longestProof).join('');
  const kept = proof === '' ? '' : `（原表材料：${cut}${cut === proof ? '' : '……'}）`;
  return `${fileName}${sheet === '' ? '' : `“${plainName(sheet)}”`}第${line}行${kept}`;
}
