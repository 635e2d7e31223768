import { duesStateOf } from '../../app/dues/show.js';
import { refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { shortMonth } from '../../words/dates.js';
import { type Month, monthIn, monthNamed } from '../../domain/period/months.js';
import type { Person } from '../../domain/roster/rows.js';
import type { PaperInput } from '../input.js';
import { dateline, membersIn, type RegisterOrder, titleOf } from './asked.js';
import type { Column, Ledger, Value } from './ledger.js';
import { categoryTitle, registerTitle } from '../../words/roster.js';
import { personTitle } from '../../words/persons.js';
import type { DuesState } from '../../app/dues/says.js';
import { yuan } from '../../words/numbers.js';
import { monthsTitle } from '../../words/periods.js';

/** 党费台账: what was paid for each month. A month of which the branch kept nothing is empty, not unpaid. */
export function duesRegister(input: PaperInput, order: RegisterOrder): Ledger {
  const months = monthsOf(order);
  return {
    title: titleOf(input, registerTitle('dues'), order),
    notes: [
      dateline(input),
      '单位：元。“已交”为登记时没有写金额的，不计入合计；空格为没有登记的月份或不在本支部的月份。',
    ],
    columns: [
      { title: '序号', width: 3 },
      { title: '姓名', width: 8, align: 'left' },
      { title: '类别', width: 6.6 },
      ...months.map((month): Column => ({
        title: shortMonth(month),
        width: 3.2,
        summed: 'known',
      })),
      { title: '合计', width: 4, summed: 'known' },
      { title: '未交月数', width: 3 },
    ],
    rows: membersIn(input, order).map((person, at) => [at + 1, ...lineOf(input, order.year, months, person)]),
  };
}

function monthsOf({ year, quarter }: RegisterOrder): readonly Month[] {
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const asked = quarter === null ? all : all.slice(quarter * 3 - 3, quarter * 3);
  return asked.map((month) => monthNamed(year, month));
}

function lineOf(
  { facts, today, rulebookOf }: PaperInput,
  year: number,
  months: readonly Month[],
  person: Person,
): readonly Value[] {
  const rulebook = rulebookOf(yearOf(today));
  const { paid, owed } = duesStateOf(facts, person, year, monthIn(today));
  const amounts = new Map(paid.map(({ month, amount }) => [month, amount]));
  const cells = months.map((month): Value => {
    const amount = amounts.get(month);
    if (amount === undefined) return owed.includes(month) ? '未交' : null;
    return amount === null ? '已交' : inYuan(amount);
  });
  const noted = months.flatMap((month) => amounts.get(month) ?? []);
  return [
    personTitle(refOf(facts, person), rulebook),
    categoryTitle(person.category, rulebook),
    ...cells,
    noted.length === 0 ? null : inYuan(noted.reduce((all, amount) => all + amount, 0)),
    months.filter((month) => owed.includes(month)).length,
  ];
}

/** 50, 12.5: for a cell of numbers, from 分 */
function inYuan(amount: number): number {
  return amount / 100;
}

/** 已交1月至10月,共500元;未交11月. Only months that the branch kept are ever unpaid. */
export function duesText({ paid, owed }: DuesState, year: number): string {
  const sum = paid.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const unpaid = owed.filter((month) => yearOf(month) === year);
  const head =
    paid.length === 0
      ? '没有登记'
      : `已交${monthsTitle(
          paid.map(({ month }) => month),
          year,
        )}${sum > 0 ? `，共${yuan(sum)}` : ''}`;
  return `${head}${unpaid.length === 0 ? '' : `；未交${monthsTitle(unpaid, year)}`}`;
}

/** 10月: the last month that is paid without a gap before it in the year; nothing where none is */
export function paidThrough({ paid, owed }: DuesState, year: number): string {
  const firstOwed = owed.find((month) => yearOf(month) === year);
  const last = paid.filter(({ month }) => firstOwed === undefined || month < firstOwed).at(-1);
  return last === undefined ? '' : shortMonth(last.month);
}
