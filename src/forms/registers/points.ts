import { materialTexts, occasionOf } from '../../app/matters/points.js';
import { personOf, refById } from '../../domain/branch/people.js';
import { dateOf, byDay } from '../../domain/period/civil.js';
import type { LedgerEntry } from '../../domain/points/rows.js';
import { findItem } from '../../domain/rulebook/items.js';
import type { PaperInput } from '../input.js';
import { daysOf } from '../../domain/notice/period.js';
import { reasonText } from '../reasons.js';
import { shortGone } from '../words.js';
import { dateline, membersIn, titleOf, type RegisterOrder } from './asked.js';
import type { Column, Ledger, Value } from './ledger.js';
import { personTitle } from '../../words/persons.js';
import { monthAndDay } from '../../words/dates.js';
import { registerTitle } from '../../words/roster.js';
import { registerProof } from '../../words/matters.js';

const columns: readonly Column[] = [
  { title: '序号', width: 3 },
  { title: '姓名', width: 8, align: 'left' },
  { title: '日期', width: 6 },
  { title: '项号', width: 3 },
  { title: '项目', width: 9, align: 'left' },
  { title: '级别', width: 5 },
  { title: '次数', width: 3 },
  { title: '事由', width: 14, align: 'left' },
  { title: '加分', width: 3, summed: 'always' },
  { title: '减分', width: 3, summed: 'always' },
  { title: '凭据', width: 6 },
  { title: '待办号', width: 4 },
  { title: '认定人', width: 6 },
  { title: '认定日期', width: 6 },
  { title: '备注', width: 5 },
];

/**
 * 积分台账: every entry of deeds of the period, by member and day. What kind of proof there is, not who bore witness:
 * the recorder may be the subject of a deduction (SPEC §1, evidence).
 */
export function pointsRegister(input: PaperInput, order: RegisterOrder): Ledger {
  const { first, last } = daysOf(order);
  const entries = membersIn(input, order).flatMap(({ id }) =>
    input.facts
      .of('entry', id)
      .filter(({ year, deedOn }) => year === order.year && deedOn >= first && deedOn <= last)
      .map((entry) => ({ on: entry.deedOn, id: entry.seq, entry }))
      .sort(byDay),
  );
  return {
    title: titleOf(input, registerTitle('points'), order),
    notes: [dateline(input), '按行为发生的日期列入；更正与原登记分列，合计相抵。'],
    columns,
    rows: entries.map(({ entry }, at) => [at + 1, ...lineOf(input, entry)]),
  };
}

function lineOf(input: PaperInput, entry: LedgerEntry): readonly Value[] {
  const { facts } = input;
  const rulebook = input.rulebookOf(entry.year);
  const item = findItem(rulebook, entry.item);
  const { side, points, matter } = entry;
  const named = (id: number) => personTitle(refById(facts, id), input.rulebookOf(entry.year));
  return [
    named(entry.member),
    monthAndDay(entry.deedOn),
    entry.item,
    item?.title ?? '',
    item?.grades.find(({ id }) => id === entry.grade)?.label ?? '',
    entry.times,
    reasonText(input, entry),
    side === 'bonus' ? points : null,
    side === 'deduction' ? -points : null,
    proofOf(input, entry),
    `#${matter}`,
    named(entry.ruler),
    monthAndDay(dateOf(entry.ruledAt)),
    remark(input, entry),
  ];
}

/** 证明2人、材料1份, 考勤登记: how it was proven. The proof of a reversal is the ruling that made it. */
function proofOf({ facts, rulebookOf }: PaperInput, { matter, reverses, year }: LedgerEntry): string {
  if (reverses !== null) return '';
  const ruled = facts.get('matter', matter);
  const occasion = ruled?.kind === 'deduction' ? occasionOf(facts, rulebookOf(year), ruled) : null;
  const register = occasion === null ? '' : registerProof(occasion);
  const witnesses = facts.of('witness', matter).filter(({ confirmedAt }) => confirmedAt !== null).length;
  const materials = materialTexts(facts, matter).length;
  return [register, witnesses === 0 ? '' : `证明${witnesses}人`, materials === 0 ? '' : `材料${materials}份`]
    .filter((text) => text !== '')
    .join('、');
}

/** What the entry corrects, and whether the member has left. */
function remark({ facts }: PaperInput, { member, reverses, matter }: LedgerEntry): string {
  const ruled = facts.get('matter', matter);
  const isSupplement = ruled?.kind === 'correction' && ruled.supplement === true;
  const correction = isSupplement ? '补正' : reverses === null ? '' : '更正';
  return [correction, shortGone(personOf(facts, member))].filter((text) => text !== '').join('；');
}
