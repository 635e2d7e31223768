/** One year on the card: score, attendance, actions. */
import type { Facts } from '../../domain/branch/facts.js';
import { personOn } from '../../domain/roster/membership.js';
import { lastDayOf } from '../../domain/year/table/lines.js';
import { yearPeriod } from '../../domain/period/half-year.js';
import { daysOf } from '../../domain/notice/period.js';
import { scoreOf, isTakenOver } from '../../domain/year/table/score.js';
import { kindsOf, progressOf as actionsOf } from '../../domain/actions/progress.js';
import type { ActionKind } from '../../domain/actions/rows.js';
import { countedActivities, progressOf as quotaOf } from '../../domain/attendance/quota.js';
import { categoryOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Cell, Row } from '../document.js';
import type { PaperInput } from '../input.js';
import { heldIn } from '../../domain/attendance/standing.js';
import { attendedAt, countsOf } from '../logbook/presence.js';
import { unscored } from '../registers/asked.js';
import { limitNotes } from '../../words/scores.js';

export interface Asked {
  readonly input: PaperInput;
  readonly person: Person;
  readonly year: number;
  /** The rules that the year is kept by. */
  readonly rulebook: Rulebook;
}

/** Lines across the page in one cell. */
export function listed(lines: readonly string[], none: string): readonly Row[] {
  return [[{ text: lines.length === 0 ? none : lines.join('\n'), across: 8, align: 'left' }]];
}

function counted(cells: readonly (readonly [label: string, value: number])[]): Row {
  return cells.flatMap(([label, value]): Cell[] => [{ text: label, bold: true }, { text: String(value) }]);
}

export function scoreRows({ input, person, year, rulebook }: Asked): readonly Row[] {
  const { facts, today } = input;
  const record = facts.get('yearRecord', year, person.id);
  const imported = record?.imported;
  const none = imported === undefined ? noScore(facts, rulebook, person, year, today) : '';
  if (none !== '') return listed([none], '');
  if (imported === undefined && isTakenOver(facts, year)) return listed(['当年的积分汇总表里没有列入'], '');
  const score = scoreOf(facts, rulebook, person.id, year);
  const isForReference = imported === undefined ? person.probationary : record?.tier === null;
  const notes = [
    isForReference ? '预备党员计分供参考，不评等次。' : '',
    score.vetoed ? '一票否决，全年积分为0；各项保留在案，不计算。' : '',
    ...limitNotes(score.bonus - score.countedBonus, score.uncounted).map((note) => `${note}。`),
    imported === undefined ? '' : `由当年的积分汇总表导入（第${imported.line}行）。`,
    record === undefined
      ? ''
      : `已归档：${record.total}分${record.tier === null ? '' : `，等次为${rulebook.assessment.tiers[record.tier]}`}。`,
  ].filter((note) => note !== '');
  return [
    counted([
      ['基础分', score.base],
      ['加分', score.bonus],
      ['减分', score.deductions],
      ['积分', score.total],
    ]),
    ...(notes.length === 0 ? [] : listed([notes.join('')], '')),
  ];
}

/** Why a member has no score in a year kept here; empty if they have one. */
function noScore(facts: Facts, rulebook: Rulebook, person: Person, year: number, today: string): string {
  const why = unscored(rulebook, personOn(facts, person, lastDayOf(year)));
  if (why === 'exempt') return '不列入考核';
  if (why === 'category') return '按类别不参加积分考核';
  return year > yearOf(today) || year < yearOf(person.joinedOn) ? '当年不在本支部' : '';
}

export function attendanceRows({ input, person, year, rulebook }: Asked): readonly Row[] {
  const { facts, today } = input;
  const { due, present, onLeave, absent, unrecorded, leavePending } = countsOf(
    attendedAt(facts, heldIn(facts, daysOf({ year, quarter: null }))),
    person.id,
  );
  const until = lastDay(year, today);
  const quota =
    countedActivities(facts, rulebook, until).length === 0
      ? undefined
      : quotaOf(facts, rulebook, person, until);
  const notes = [
    quota === undefined ? '' : `组织生活全年应参加${quota.quota}次，已参加${quota.attended}次。`,
    unrecorded + leavePending === 0 ? '' : `另有${unrecorded + leavePending}次没有登记到会情况。`,
  ].filter((note) => note !== '');
  return [
    counted([
      ['应参加', due],
      ['实到', present],
      ['请假', onLeave],
      ['缺席', absent],
    ]),
    ...(notes.length === 0 ? [] : listed([notes.join('')], '')),
  ];
}

export function actionRows({ input, person, year, rulebook }: Asked): readonly Row[] {
  const { fiveOnes, services, roles, masses } = actionsOf(input.facts, rulebook, person.id, year);
  const inService = categoryOf(rulebook, person)?.inService !== false;
  const times = (kind: ActionKind, done: readonly { readonly which: string | null }[]) =>
    kindsOf(rulebook, kind)
      .map(({ id, label }) => ({ label, count: done.filter(({ which }) => which === id).length }))
      .filter(({ count }) => count > 0)
      .map(({ label, count }) => `${label}${count}次`)
      .join('、');
  const all = rulebook.actions.fiveOnes;
  const five = all.filter(({ id }) => fiveOnes.includes(id)).map(({ label }) => label);
  const fiveText = `已完成${five.length}项，共${all.length}项${five.length === 0 ? '' : `：${five.join('、')}`}`;
  const line = (label: string, text: string): Row => [
    { text: label, bold: true },
    { text: text === '' ? '还没有登记' : text, across: 7, align: 'left' },
  ];
  return [
    ...(inService
      ? [line('五个一', fiveText), line('三进', times('service', services))]
      : [line('三大员', times('role', roles))]),
    line('联系群众', masses.length === 0 ? '' : `${masses.length}次`),
  ];
}

/** Up to where the year has come. */
function lastDay(year: number, today: string): string {
  const { last } = yearPeriod(year);
  return last < today ? last : today;
}
