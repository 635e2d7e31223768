import { countsOf, listsOf } from '../../app/attendance/cards.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { refById, type PersonRef } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Block, Cell, Row } from '../document.js';
import type { PaperInput } from '../input.js';
import { picturesOf, type Room } from './pictures.js';
import { audienceTitle, kindTitle, stepTitles } from '../../words/activities.js';
import { paperTime } from '../../words/dates.js';
import { personTitle } from '../../words/persons.js';

/** Ten columns: five pairs of a label and a number in the middle, two pairs of a label and a text above. */
const columns = [1.1, 0.9, 1.1, 0.9, 1.1, 0.9, 1.1, 0.9, 1.2, 0.8].map((width) => ({
  width,
  align: 'center' as const,
}));

/** One activity on a sheet of its own: names who was on leave, never why or of which kind. */
export async function activityRecord(
  input: PaperInput,
  activity: Activity,
  room: Room,
): Promise<readonly Block[]> {
  const rulebook = input.rulebookOf(yearOf(activity.at));
  const title = `${kindTitle(activity.kind, rulebook)} ${paperTime(activity.at)}`;
  return [
    { kind: 'heading', text: title },
    {
      kind: 'table',
      columns,
      head: [],
      rows: [
        ...headRows(input, activity, rulebook),
        ...presenceRows(input, activity, rulebook),
        ...stepRows(activity, rulebook),
        text('议题', activity.topic),
        text('内容', activity.minutes),
        text('决议', activity.decisions),
        ...(activity.state === 'closed' ? [] : [text('备注', '到会情况还没有登记完毕。')]),
      ],
    },
    { kind: 'signatures', labels: ['主持人', '记录人'] },
    ...(await picturesOf(input, activity, title, room)),
  ];
}

/** To be ticked off by hand: 组织生活会 and 民主评议 have their order. */
function stepRows({ kind }: Activity, rulebook: Rulebook): readonly Row[] {
  const steps = stepTitles(kind, rulebook);
  return steps.length === 0 ? [] : [text('程序', steps.map((step) => `□${step}`).join('  '))];
}

function headRows({ facts }: PaperInput, activity: Activity, rulebook: Rulebook): readonly Row[] {
  const named = (id: number | null) => (id === null ? '' : personTitle(refById(facts, id), rulebook));
  const { audience } = activity;
  const names = (persons: readonly number[]) =>
    persons.map((id) => personTitle(refById(facts, id), rulebook)).join('、');
  const who = audienceTitle(audience.kind === 'persons' ? names(audience.persons) : audience);
  return [
    two(['名称', kindTitle(activity.kind, rulebook)], ['时间', paperTime(activity.at)]),
    two(['地点', activity.place], ['范围', `${who}${activity.required ? '' : '（自愿参加）'}`]),
    two(['主持人', named(activity.host)], ['记录人', named(activity.closedBy)]),
  ];
}

function presenceRows({ facts }: PaperInput, activity: Activity, rulebook: Rulebook): readonly Row[] {
  const counts = countsOf(facts, activity);
  const lists = listsOf(facts, activity);
  const names = (persons: readonly PersonRef[]) =>
    persons.map((person) => personTitle(person, rulebook)).join('、');
  const unrecorded = [...lists.unrecorded, ...lists.leavePending.map(({ person }) => person)];
  const numbers: readonly (readonly [string, number])[] = activity.required
    ? [
        ['应到', counts.due],
        ['实到', counts.present],
        ['请假', counts.onLeave],
        ['缺席', counts.absent],
        ['未登记', counts.unrecorded + counts.leavePending],
      ]
    : [];
  const rows: readonly (readonly [string, readonly PersonRef[]])[] = [
    ['到会', lists.present],
    ['列席', lists.guests],
    ['请假', lists.onLeave],
    ['缺席', lists.absent],
    ['未登记', unrecorded],
  ];
  return [
    ...(numbers.length === 0
      ? []
      : [
          numbers.flatMap(([label, count]): Cell[] => [{ text: label, bold: true }, { text: String(count) }]),
        ]),
    ...rows
      .filter(([label, persons]) => persons.length > 0 || label === '到会')
      .map(([label, persons]) => text(label, names(persons))),
  ];
}

function two(...pairs: readonly (readonly [label: string, text: string])[]): Row {
  return pairs.flatMap(([label, shown]): Cell[] => [
    { text: label, bold: true },
    { text: shown, across: 4, align: 'left' },
  ]);
}

function text(label: string, shown: string | null): Row {
  return [
    { text: label, bold: true },
    { text: shown?.trim() ?? '', across: 9, align: 'left' },
  ];
}
