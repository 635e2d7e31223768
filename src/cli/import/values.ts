/** Reads single cells: days, points, items, grades, free text. Gives a value, or a sentence with the right form. */
import { findItem, matchGrade } from '../../domain/rulebook/items.js';
import type { Rulebook, RulebookItem } from '../../domain/rulebook/schema.js';
import { readDate } from '../sheets/dates.js';
import { right, shown, valueOf, wrong, type Cell, type Read } from '../sheets/sheet.js';

/** Larger than any sum of a year. */
const mostPoints = 10_000;
const mostTimes = 20;

/** An error is no text, and a formula without a value says nothing. */
export function refusalOf(cell: Cell): Read<never> | undefined {
  const value = valueOf(cell);
  if (value.kind === 'error') return { ok: false, wrong: `单元格显示错误“${value.text}”，请改正。` };
  if (cell.kind === 'formula' && cell.shows === null)
    return { ok: false, wrong: '公式还没有算出结果，请用 Excel 或 WPS 打开、保存一次，再导入。' };
  return undefined;
}

/**
 * The day of a deed. Without a year it belongs to the table's year, else it is the latest past one, as in chat (SPEC
 * §2, which year).
 */
export function readDay(cell: Cell, today: string, year: number | undefined): Read<string> {
  const written = shown(cell);
  const text = written.normalize('NFKC').replace(/\s/gu, '');
  const parts = /^(\d{1,2})(?:月(\d{1,2})[日号]?|[-/](\d{1,2}))$/u.exec(text);
  if (cell.kind === 'text' && parts !== null) return dayOfYear(written, parts, today, year);
  if (/^\d{1,2}\.\d{1,2}$/u.test(text))
    return wrong(`“${written}”分不清是哪一天（Excel 会去掉末尾的0），请写成 2026-11-20 这样的日期。`);
  const read = readDate(cell, today);
  if (!read.ok || read.value.length === 10) return read;
  return wrong(`“${written}”要写到日，如 ${read.value}-01。`);
}

function dayOfYear(
  written: string,
  [, month = '', byWord, byMark]: RegExpExecArray,
  today: string,
  year: number | undefined,
): Read<string> {
  const monthAndDay = `${month.padStart(2, '0')}-${(byWord ?? byMark ?? '').padStart(2, '0')}`;
  const thisYear = Number(today.slice(0, 4));
  const own = year ?? (monthAndDay <= today.slice(5) ? thisYear : thisYear - 1);
  const read = readDate({ kind: 'text', text: `${own}-${monthAndDay}` }, today);
  return read.ok ? read : wrong(`“${written}”按${own}年算：${read.wrong}`);
}

/** Whole points with a sign, as people write them: 3, +3, －3, 3分, 加3分, 扣3分. Undefined otherwise. */
function signed(text: string): number | undefined {
  const parts = /^(加|扣|减)?([+-])?(\d{1,5})(?:\.0+)?分?$/u.exec(text);
  if (parts === null) return undefined;
  const [, verb, sign, digits] = parts;
  const isMinus = verb === '扣' || verb === '减' || sign === '-';
  return (isMinus ? -1 : 1) * Number(digits);
}

function plain(cell: Cell): string {
  return shown(cell)
    .normalize('NFKC')
    .replace(/[−–—﹣]/gu, '-')
    .replace(/\s/gu, '');
}

/** A line's points with the sign of its item's side: a table may write 3 in a column of deductions. */
export function readPoints(cell: Cell, side: RulebookItem['side']): Read<number> {
  const points = signed(plain(cell));
  if (points === undefined || Math.abs(points) > mostPoints)
    return wrong(`“${shown(cell)}”不是整数分值，请只写数字，如 3。`);
  if (side === 'bonus') return right(points);
  return right(points === 0 ? 0 : -Math.abs(points));
}

/** A sum of a year, not negative. Cells of a printed table name the deeds as well: “公益活动+3、献血+5” is 8. */
export function readSum(cell: Cell, column: string): Read<number> {
  const text = plain(cell);
  if (['', '无', '-', '--', '/'].includes(text)) return right(0);
  const one = signed(text);
  if (one !== undefined && Math.abs(one) <= mostPoints) return right(Math.abs(one));
  const parts = [...text.matchAll(/([+-])(\d{1,5})(?![\d.])/gu)];
  const signs = new Set(parts.map(([, sign]) => sign));
  if (parts.length > 0 && signs.size === 1 && !/[×x*]\d/iu.test(text))
    return right(parts.reduce((sum, [, , digits]) => sum + Number(digits), 0));
  return wrong(`“${shown(cell)}”看不出${column}共几分，请写数字，没有的写 0。`);
}

/** The base and the total: plain whole numbers. */
export function readTotal(cell: Cell): Read<number> {
  const points = signed(plain(cell));
  return points === undefined || points < 0 || points > mostPoints
    ? wrong(`“${shown(cell)}”不是整数分数，请只写数字。`)
    : right(points);
}

/** 8, 第8项, 8.公益活动, 公益活动: number and title must agree if both are given. */
export function readItem(cell: Cell, rulebook: Rulebook): Read<RulebookItem> {
  const written = shown(cell);
  const text = written.normalize('NFKC').replace(/\s/gu, '');
  const [, digits, rest = ''] = /^第?(\d{1,3})(?:项|[.、:])?(.*)$/u.exec(text) ?? [];
  const title = rest.replace(/^[“"「(]|[”"」)]$/gu, '');
  if (digits === undefined) {
    const named = rulebook.items.filter((item) => item.title === text);
    return named[0] === undefined ? wrong(`“${written}”看不出是第几项，请写项号，如 8。`) : byHand(named[0]);
  }
  const item = findItem(rulebook, Number(digits));
  if (item === undefined) {
    const base = rulebook.baseItems.find(({ number }) => number === Number(digits));
    return wrong(
      base === undefined
        ? `细则没有第${digits}项。`
        : `第${digits}项“${base.title}”是基础项目，只作自评，不登记加减分。`,
    );
  }
  if (title !== '' && !item.title.includes(title) && !title.includes(item.title))
    return wrong(`第${digits}项是“${item.title}”，表里写的是“${rest}”，请核对项号。`);
  return byHand(item);
}

/** Before asking for a grade that would not help. */
function byHand(item: RulebookItem): Read<RulebookItem> {
  if (item.sources.includes('manual')) return right(item);
  const [from, instead] = item.sources.includes('attendance')
    ? ['考勤', '“/点名”和“/结束”']
    : ['党费登记', '“/党费”'];
  const what = `第${item.number}项“${item.title}”只由${from}生成，不从表格导入`;
  return wrong(`${what}。请删去这一行，在群里用${instead}登记。`);
}

interface ReadGrade {
  readonly grade: string | null;
  /** The 2 of “亲属×2”. */
  readonly times: number | undefined;
}

export function readGrade(cell: Cell, item: RulebookItem): Read<ReadGrade> {
  const written = shown(cell);
  const text = written.normalize('NFKC').replace(/\s/gu, '');
  const [, word = '', count] = /^(.*?)(?:[×x*](\d{1,2}))?$/iu.exec(text) ?? [];
  const times = count === undefined ? undefined : Number(count);
  if (item.grades.length === 0)
    return ['', '-', '/', '无'].includes(word)
      ? right({ grade: null, times })
      : wrong(`第${item.number}项“${item.title}”不分级别，请清空“${written}”。`);
  const match = matchGrade(item, word);
  if (match.kind === 'grade') return right({ grade: match.grade.id, times });
  const all = item.grades.map(({ label }) => label).join('、');
  return wrong(
    word === ''
      ? `第${item.number}项“${item.title}”要写明级别：${all}。`
      : `第${item.number}项“${item.title}”没有“${written}”这一级别，请写：${all}。`,
  );
}

export function readTimes(cell: Cell, item: RulebookItem, grade: string | null): Read<number> {
  const [, digits] = /^[×x*]?(\d{1,2})[人次]?$/iu.exec(plain(cell)) ?? [];
  const times = Number(digits);
  if (digits === undefined || times < 1 || times > mostTimes)
    return wrong(`“${shown(cell)}”不是次数，请写 1 到 ${mostTimes} 的整数。`);
  const counted = item.grades.find(({ id }) => id === grade)?.perCount === true;
  return times === 1 || counted
    ? right(times)
    : wrong(`第${item.number}项“${item.title}”不按次数计，请每件事写一行。`);
}

/** People's text as one line: no part of it may pass for a line of its own in a list, or be invisible. */
export function textOf(cell: Cell): string {
  return shown(cell)
    .normalize('NFC')
    .replace(/\s*[\r\n\u2028\u2029]+\s*/gu, '；')
    .replace(/\p{Cc}/gu, '')
    .trim();
}

/** Letters print names of files and sheets: nothing invisible, no second line. */
export function plainName(name: string): string {
  return textOf({ kind: 'text', text: name });
}

/** A name for looking up: drops blanks that pad two characters to the width of three. */
export function nameOf(cell: Cell): string {
  return textOf(cell).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}
