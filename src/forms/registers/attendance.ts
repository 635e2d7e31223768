import type { Activity } from '../../domain/attendance/rows.js';
import { heldIn } from '../../domain/attendance/standing.js';
import { refOf } from '../../domain/branch/people.js';
import { dayOf, monthOf, yearOf } from '../../domain/period/civil.js';
import type { Person } from '../../domain/roster/rows.js';
import { kindTitle, registerSigns } from '../../words/activities.js';
import { personTitle } from '../../words/persons.js';
import { registerTitle } from '../../words/roster.js';
import type { PaperInput } from '../input.js';
import { attendedAt, countsOf, type Attended } from '../logbook/presence.js';
import { dateline, daysUntilToday, membersIn, titleOf, type RegisterOrder } from './asked.js';
import type { Column, Ledger, Value } from './ledger.js';

const who: readonly Column[] = [
  { title: '序号', width: 3 },
  { title: '姓名', width: 8, align: 'left' },
];

const sums: readonly Column[] = ['应到', '实到', '请假', '缺席', '未登记'].map((title) => ({
  title,
  width: title.length + 0.6,
  summed: 'always',
}));

/** 考勤台账: members by activities, with sums on both sides. Never of which kind a leave was. */
export function attendanceRegister(input: PaperInput, order: RegisterOrder): Ledger {
  const { facts, rulebookOf, today } = input;
  const held = heldIn(facts, daysUntilToday(input, order)).filter(({ required }) => required);
  const attended = attendedAt(facts, held);
  const rulebook = rulebookOf(yearOf(today));
  return {
    title: titleOf(input, registerTitle('attendance'), order),
    notes: [
      dateline(input),
      `应参加的活动共${held.length}次。√ 到会，假 请假，缺 缺席，○ 未登记；空格表示不在应到之列。活动一栏的合计为到会人数。`,
    ],
    columns: [...who, ...held.map((activity) => columnOf(input, activity)), ...sums],
    foldable: [who.length, who.length + held.length],
    rows: membersIn(input, order).map((person, at) => [
      at + 1,
      personTitle(refOf(facts, person), rulebook),
      ...held.map((activity) => markOf(attended, activity, person)),
      ...totals(attended, person),
    ]),
  };
}

/** 主题, 党日, 7.8: narrow enough for twenty on a sheet. */
function columnOf({ rulebookOf }: PaperInput, { kind, at }: Activity): Column {
  const title = kindTitle(kind, rulebookOf(yearOf(at)));
  const half = title.length > 3 ? Math.floor(title.length / 2) : title.length;
  const lines = [title.slice(0, half), title.slice(half), `${monthOf(at)}.${dayOf(at)}`];
  return { title: lines.filter((line) => line !== '').join('\n'), width: 3, summed: 'present' };
}

function markOf(attended: Attended, { id }: Activity, person: Person): Value {
  const standing = attended.get(id)?.get(person.id);
  return standing === undefined ? null : registerSigns[standing];
}

function totals(attended: Attended, { id }: Person): readonly Value[] {
  const { due, present, onLeave, absent, unrecorded, leavePending } = countsOf(attended, id);
  return [due, present, onLeave, absent, unrecorded + leavePending];
}
