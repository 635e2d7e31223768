import type { Activity } from '../../domain/attendance/rows.js';
import type { Standing } from '../../domain/attendance/standing.js';
import { refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Person } from '../../domain/roster/rows.js';
import type { PaperInput } from '../input.js';
import { daysOf } from '../../domain/notice/period.js';
import { heldIn } from '../../domain/attendance/standing.js';
import { attendedAt, countsOf, type Attended } from '../logbook/presence.js';
import { dateline, daysUntilToday, membersIn, titleOf, type RegisterOrder } from './asked.js';
import type { Column, Ledger, Value } from './ledger.js';
import { shortQuarter } from '../../words/periods.js';
import { personTitle } from '../../words/persons.js';
import { categoryTitle, registerTitle } from '../../words/roster.js';
import { kindTitle, paperStanding, standingSigns, standingTitles } from '../../words/activities.js';
import { monthAndDay } from '../../words/dates.js';

function markOf(standing: Standing): string {
  const recorded = paperStanding(standing);
  return recorded === 'unrecorded' ? standingTitles.unrecorded : standingSigns[recorded];
}

const who: readonly Column[] = [
  { title: '序号', width: 3 },
  { title: '姓名', width: 7, align: 'left' },
  { title: '类别', width: 6.6 },
];

const sums: readonly Column[] = ['应到', '实到', '请假', '缺席', '未登记'].map((title) => ({
  title,
  width: title.length + 0.6,
  summed: 'always',
}));

/** 考勤台账: of a quarter, activity by activity; of a year, quarter by quarter. Never of which kind a leave was. */
export function attendanceRegister(input: PaperInput, order: RegisterOrder): Ledger {
  const held = heldIn(input.facts, daysUntilToday(input, order)).filter(({ required }) => required);
  const attended = attendedAt(input.facts, held);
  const parts = order.quarter === null ? byQuarter(held, order.year) : byActivity(input, held);
  return {
    title: titleOf(input, registerTitle('attendance'), order),
    notes: [
      dateline(input),
      `已结束登记的应参加活动${held.length}次${order.quarter === null ? '' : '；空格表示不在应到之列'}。`,
    ],
    columns: [...who, ...parts.columns, ...sums],
    rows: membersIn(input, order).map((person, at) => [
      at + 1,
      ...named(input, person),
      ...parts.cells(attended, person),
      ...totals(attended, person),
    ]),
  };
}

interface Parts {
  readonly columns: readonly Column[];
  readonly cells: (attended: Attended, person: Person) => readonly Value[];
}

function byActivity({ rulebookOf }: PaperInput, held: readonly Activity[]): Parts {
  return {
    columns: held.map(({ kind, at }) => ({
      title: `${kindTitle(kind, rulebookOf(yearOf(at)))}\n${monthAndDay(at)}`,
      width: 4.4,
    })),
    cells: (attended, { id }) =>
      held.map((activity) => {
        const standing = attended.get(activity.id)?.get(id);
        return standing === undefined ? null : markOf(standing);
      }),
  };
}

function byQuarter(held: readonly Activity[], year: number): Parts {
  const quarters = [1, 2, 3, 4].map((quarter) => {
    const { first, last } = daysOf({ year, quarter });
    const ids = held
      .filter(({ at }) => at.slice(0, 10) >= first && at.slice(0, 10) <= last)
      .map(({ id }) => id);
    return { quarter, ids: new Set(ids) };
  });
  return {
    columns: quarters.flatMap(({ quarter }) =>
      ['应到', '实到'].map((title): Column => ({
        title: `${shortQuarter(quarter)}\n${title}`,
        width: 4,
        summed: 'always',
      })),
    ),
    cells: (attended, { id }) =>
      quarters.flatMap(({ ids }) => {
        const part = new Map([...attended].filter(([activity]) => ids.has(activity)));
        const { due, present } = countsOf(part, id);
        return [due, present];
      }),
  };
}

function named({ facts, rulebookOf, today }: PaperInput, person: Person): readonly Value[] {
  const rulebook = rulebookOf(yearOf(today));
  return [personTitle(refOf(facts, person), rulebook), categoryTitle(person.category, rulebook)];
}

function totals(attended: Attended, { id }: Person): readonly Value[] {
  const { due, present, onLeave, absent, unrecorded, leavePending } = countsOf(attended, id);
  return [due, present, onLeave, absent, unrecorded + leavePending];
}
