/** Reads last year's summary table (annex 3 of the source, or the bot's own export) and compares it with the branch. */
import { importFormerYear } from '../../app/imports/matter.js';
import { importedFile } from '../../app/imports/file.js';
import { isTooLong, longestText } from '../../app/free-text.js';
import type { ActorContext } from '../../app/use-case.js';
import type { TierId } from '../../domain/rulebook/schema.js';
import { planFormerYear, type FormerRow } from '../../domain/year/former.js';
import { isRated, listedIn } from '../../domain/year/table/lines.js';
import { outstandingAmong } from '../../domain/year/table/tiers.js';
import { valueOf, type Cell, type Read, type SheetLine } from '../sheets/sheet.js';
import type { Compared } from './compared.js';
import { formerMemberNamed } from './members.js';
import { yearProblem, yearText } from './show-year.js';
import { isQuarter, yearHeadings, yearInTitle, type YearColumn, type YearTable } from './table.js';
import { nameOf, plainName, readSum, readTotal, refusalOf, textOf } from './values.js';

/** Twice the largest known branch. */
const mostYearLines = 500;

const empty: Cell = { kind: 'empty' };
const nothing = { text: '', notices: [], changes: 0, intent: null };

export function compareYear(
  context: ActorContext,
  table: YearTable,
  wanted: number | undefined,
  fileName: string,
): Compared {
  const { lines, notices } = table;
  const refused = { ...nothing, notices };
  if (table.problems.length > 0) return { ...refused, problems: table.problems };
  if (isQuarter(table))
    return { ...nothing, problems: ['这是一个季度的汇总表。往年结果要用全年的汇总表，如“2025年度”。'] };
  const titled = yearInTitle(table);
  const year = wanted ?? titled;
  if (year === undefined)
    return { ...nothing, problems: ['看不出是哪一年度的汇总表，请加上年度，如 --year 2025。'] };
  if (titled !== undefined && titled !== year)
    return { ...nothing, problems: [`表题写的是${titled}年度，与 --year ${year} 不符，请核对。`] };
  if (lines.length === 0) return { ...refused, problems: ['列标题下面一个人也没有。'] };
  if (lines.length > mostYearLines)
    return { ...refused, problems: [`共有${lines.length}行，一次最多${mostYearLines}行，请按支部分开。`] };
  return compareLines(context, table, year, fileName);
}

function compareLines(context: ActorContext, table: YearTable, year: number, fileName: string): Compared {
  const { facts, today, rulebookOf } = context;
  const { sheet, lines } = table;
  const rulebook = rulebookOf(year);
  const read = lines.map((line) => readLine(context, table, line, year));
  const rows = read.flatMap(({ row }) => row ?? []);
  const isWhole = read.every(({ problems }) => problems.length === 0);
  const plan = planFormerYear(facts, rulebook, year, today, rows);
  const bad = [
    ...read.flatMap(({ line, problems }) => problems.map((says) => ({ line, says: `第${line}行${says}` }))),
    ...plan.problems.map((problem) => ({
      line: problem.line ?? 0,
      says: yearProblem(context, year, problem),
    })),
  ].sort((one, other) => one.line - other.line);
  const listed = new Set(rows.map(({ person }) => person));
  const missing = listedIn(facts, rulebook, year).filter(
    (person) => isRated(person) && !listed.has(person.id),
  );
  const tiers = plan.lines.flatMap(({ tier }) => tier ?? []);
  const { count, rated, tooMany } = outstandingAmong(rulebook, tiers);
  const { outstanding } = rulebook.assessment.tiers;
  const { importedAt } = importedFile(context);
  const place = `${fileName}${sheet.name === '' ? '' : `“${plainName(sheet.name)}”`}`;
  const isNew = isWhole && bad.length === 0 && plan.known === null;
  return {
    problems: bad.map(({ says }) => says),
    notices: [
      ...table.notices,
      ...(importedAt === null ? [] : ['这份文件已经导入过，内容没有变。']),
      ...(isWhole && missing.length > 0
        ? [`名册上的${missing.map(({ name }) => name).join('、')}不在表里，这一年度没有结果。`]
        : []),
      ...(tooMany ? [`${outstanding}${count}人，超过参加评定的${rated}人应有的比例，请核对。`] : []),
    ],
    text: yearText(context, year, plan),
    changes: isNew ? 1 : 0,
    intent: isNew ? importFormerYear.intent({ sheet: sheet.name, place, year, rows: [...rows] }) : null,
  };
}

interface ReadLine {
  readonly line: number;
  readonly row: FormerRow | undefined;
  readonly problems: readonly string[];
}

function readLine(
  context: ActorContext,
  { columns }: YearTable,
  { line, cells }: SheetLine,
  year: number,
): ReadLine {
  const problems: string[] = [];
  const cellOf = (column: YearColumn) => cells[columns.get(column) ?? -1] ?? empty;
  const take = <T>(column: YearColumn, read: (cell: Cell) => Read<T>): T | undefined => {
    const cell = cellOf(column);
    const result = refusalOf(cell) ?? read(valueOf(cell));
    if (result.ok) return result.value;
    problems.push(`“${yearHeadings[column][0]}”：${result.wrong}`);
    return undefined;
  };
  const person = take('name', (cell) => formerMemberNamed(context, nameOf(cell)));
  const base = take('base', readTotal);
  const bonus = take('bonus', (cell) => readSum(cell, '加分'));
  const deductions = take('deductions', (cell) => readSum(cell, '减分'));
  // A program may write a formula without its value: then the row's own sums decide.
  const total = isUncomputed(cellOf('total')) ? null : take('total', readTotal);
  const tier = take('tier', (cell) => tierOf(context, year, cell, cellOf('appraisal')));
  const remark = textOf(valueOf(cellOf('note')));
  if (isTooLong(remark)) problems.push(`“备注”：超过${longestText}字，请写要点。`);
  const words = [remark, textOf(valueOf(cellOf('appraisal')))].join(' ');
  if (person === undefined || base === undefined || bonus === undefined || deductions === undefined)
    return { line, row: undefined, problems };
  if (total === undefined || tier === undefined) return { line, row: undefined, problems };
  const standing = { vetoed: /一票否决/u.test(words), probationary: /预备/u.test(words) };
  const sums = { line, person, base, bonus, deductions, total };
  return { line, row: { ...sums, ...standing, tier, remark: remark === '' ? null : remark }, problems };
}

function isUncomputed(cell: Cell): boolean {
  return cell.kind === 'formula' && cell.shows === null;
}

/** The tier from its own column, else from the appraisal's column if that is a tier; null: none. */
function tierOf(
  { rulebookOf }: ActorContext,
  year: number,
  cell: Cell,
  appraisal: Cell,
): Read<TierId | null> {
  const { tiers } = rulebookOf(year).assessment;
  const idOf = (text: string) => (Object.keys(tiers) as TierId[]).find((id) => tiers[id] === text);
  const [own, appraised] = [cell, appraisal].map((one) => textOf(valueOf(one)).replace(/\s/gu, ''));
  if (own !== undefined && own !== '' && own !== '/' && own !== '-') {
    const id = idOf(own);
    const all = Object.values(tiers).join('、');
    return id === undefined
      ? { ok: false, wrong: `没有“${own}”这一等次，请写：${all}；预备党员不写。` }
      : { ok: true, value: id };
  }
  return { ok: true, value: idOf(appraised ?? '') ?? null };
}
