import { duesStateOf } from '../../app/dues/show.js';
import { scoreOf } from '../../domain/year/table/score.js';
import { officesOn, refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { monthIn } from '../../domain/period/months.js';
import { joiningDay } from '../../domain/roster/particulars.js';
import { lifeFields, type LifeField } from '../../domain/roster/rows.js';
import { fieldTitles } from '../../words/particulars.js';
import type { Person } from '../../domain/roster/rows.js';
import { paidThrough } from './dues.js';
import type { PaperInput } from '../input.js';
import { heldIn } from '../../domain/attendance/standing.js';
import { attendedAt, countsOf, type Attended } from '../logbook/presence.js';
import { unscored, dateline, daysUntilToday, membersAtEnd, titleOf, type RegisterOrder } from './asked.js';
import { shortGone } from '../words.js';
import type { Column, Ledger, Value } from './ledger.js';
import { dottedDay } from '../../words/dates.js';
import { categoryTitle, officesTitle, registerTitle } from '../../words/roster.js';
import { personTitle } from '../../words/persons.js';

const columnsBefore: readonly Column[] = [
  { title: '序号', width: 3 },
  { title: '姓名', width: 8, align: 'left' },
  { title: '类别', width: 6.6 },
  { title: '党小组', width: 4.4 },
  { title: '职务', width: 4.5 },
  { title: '身份', width: 3 },
  { title: '入党日期', width: 5.4 },
  { title: '到本支部', width: 5.4 },
];

const lifeColumns: { readonly [F in LifeField]: number } = {
  gender: 3,
  ethnicity: 4,
  bornOn: 5.4,
  education: 5.4,
  position: 14,
};

const columnsBehind: readonly Column[] = [
  { title: '应到', width: 2.8 },
  { title: '实到', width: 2.8 },
  { title: '请假', width: 2.8 },
  { title: '缺席', width: 2.8 },
  { title: '基础', width: 2.8 },
  { title: '加分', width: 2.8 },
  { title: '减分', width: 2.8 },
  { title: '积分', width: 2.8 },
  { title: '党费交至', width: 4.4 },
  { title: '备注', width: 5.4 },
];

/** 党员台账: one line a member, with their year. Never why they are exempt. */
export function membersRegister(input: PaperInput, order: RegisterOrder): Ledger {
  const held = heldIn(input.facts, daysUntilToday(input, order));
  const attended = attendedAt(input.facts, held);
  const members = membersAtEnd(input, order);
  const isKept = members.some(({ life }) => life !== undefined && Object.keys(life).length > 0);
  const life = isKept ? lifeFields : [];
  const columns = [
    ...columnsBefore,
    ...life.map((field): Column => ({ title: fieldTitles[field], width: lifeColumns[field] })),
    ...columnsBehind,
  ];
  return {
    ...(isKept && { foldable: [2, columns.length] as const }),
    title: titleOf(input, registerTitle('members'), order),
    notes: [dateline(input), '应到、实到、请假、缺席为活动次数；积分为全年累计。'],
    columns,
    rows: members.map((person, at) => [at + 1, ...lineOf(input, order, attended, person, life)]),
  };
}

function lineOf(
  input: PaperInput,
  order: RegisterOrder,
  attended: Attended,
  person: Person,
  life: readonly LifeField[],
): readonly Value[] {
  const { facts, today } = input;
  const { year } = order;
  const rulebook = input.rulebookOf(yearOf(today));
  const { last } = daysUntilToday(input, order);
  const { due, present, onLeave, absent } = countsOf(attended, person.id);
  return [
    personTitle(refOf(facts, person), rulebook),
    categoryTitle(person.category, rulebook),
    person.group,
    officesTitle(officesOn(facts, person.id, last).map(({ office }) => office)),
    person.probationary ? '预备' : '正式',
    person.partyJoinedOn === null ? '' : dottedDay(person.partyJoinedOn),
    dottedDay(joiningDay(person) ?? ''),
    ...life.map((field) => (person.life?.[field] ?? '').replace('-', '.')),
    due,
    present,
    onLeave,
    absent,
    ...scoreCells(input, person, year),
    paidThrough(duesStateOf(facts, person, year, monthIn(today)), year),
    remark(input, person, year),
  ];
}

function scoreCells({ facts, rulebookOf }: PaperInput, person: Person, year: number): readonly Value[] {
  const rulebook = rulebookOf(year);
  if (unscored(rulebook, person) !== undefined) return [null, null, null, null];
  const { base, bonus, deductions, total } = scoreOf(facts, rulebook, person.id, year);
  return [base, bonus, deductions, total];
}

function remark({ facts, rulebookOf }: PaperInput, person: Person, year: number): string {
  const why = unscored(rulebookOf(year), person);
  const scored = why === undefined;
  const vetoed = scored && scoreOf(facts, rulebookOf(year), person.id, year).vetoed;
  return [
    shortGone(person),
    why === 'exempt' ? '不列入考核' : '',
    why === 'category' ? '不参加积分' : '',
    scored && person.probationary ? '积分供参考' : '',
    vetoed ? '一票否决' : '',
  ]
    .filter((text) => text !== '')
    .join('；');
}
