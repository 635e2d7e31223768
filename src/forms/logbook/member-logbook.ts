import { countedActivities, progressOf } from '../../domain/attendance/quota.js';
import { personOf, refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Person } from '../../domain/roster/rows.js';
import { charactersPerLine, type Block, type PaperDocument, type Row } from '../document.js';
import type { PaperInput } from '../input.js';
import { daysOf } from '../../domain/notice/period.js';
import { sideBySide } from '../text.js';
import { heldIn, type Standing } from '../../domain/attendance/standing.js';
import { attendedAt, countsOf } from './presence.js';
import { goneTitle, ownSignature } from '../words.js';
import { monthAndDay, paperDay } from '../../words/dates.js';
import { personTitle } from '../../words/persons.js';
import { yearOrQuarter } from '../../words/periods.js';
import { categoryTitle } from '../../words/roster.js';
import { kindTitle, paperStanding, standingTitles } from '../../words/activities.js';

interface MemberLogbook {
  readonly person: number;
  readonly year: number;
  readonly quarter: number | null;
}

const paper = { orientation: 'portrait', textSize: 11 } as const;

/** 党员参加活动记录: a year or quarter of one member, activity by activity. */
export function memberLogbook(input: PaperInput, order: MemberLogbook): PaperDocument {
  const { facts, today } = input;
  const { year, quarter } = order;
  const person = personOf(facts, order.person);
  const rulebook = input.rulebookOf(yearOf(today));
  const name = personTitle(refOf(facts, person), rulebook);
  const held = heldIn(facts, daysOf(order));
  const attended = attendedAt(facts, held);
  const rows = held.flatMap((activity): [string, string, string, string, string][] => {
    const standing = attended.get(activity.id)?.get(person.id);
    const came = facts.get('attendance', activity.id, person.id)?.presence === 'present';
    if (standing === undefined && !came) return [];
    return [
      [
        `${monthAndDay(activity.at)}${activity.at.slice(11, 16)}`,
        kindTitle(activity.kind, input.rulebookOf(year)),
        activity.place,
        activity.required ? '应参加' : '自愿参加',
        cameTitle(activity.required, standing),
      ],
    ];
  });
  const { due, present, onLeave, absent, unrecorded, leavePending } = countsOf(attended, person.id);
  const rest = unrecorded + leavePending;
  const sums = `${yearOrQuarter({ year, quarter })}应到${due}次，实到${present}次，请假${onLeave}次，缺席${absent}次${rest === 0 ? '' : `，未登记${rest}次`}。`;
  const blocks: readonly Block[] = [
    { kind: 'title', text: '党员参加活动记录' },
    {
      kind: 'paragraph',
      text: sideBySide(
        [facts.branch.name, name, categoryTitle(person.category, rulebook), yearOrQuarter({ year, quarter })],
        charactersPerLine(paper),
      ),
      align: 'center',
    },
    {
      kind: 'paragraph',
      text: `${sums}${quotaText(input, order)}截至${paperDay(today)}。${goneText(person)}`,
    },
    ...(rows.length === 0 ? [] : [table(rows)]),
    { kind: 'signatures', labels: [...ownSignature(person, '本人'), '记录员'] },
  ];
  const title = `党员参加活动记录 ${name} ${yearOrQuarter({ year, quarter })}`;
  return { title, ...paper, blocks, footer: facts.branch.name };
}

/** 列席 is for those who were not due where others were; a volunteer is simply there. */
function cameTitle(required: boolean, standing: Standing | undefined): string {
  if (standing === undefined) return standingTitles[required ? 'guest' : 'present'];
  return standingTitles[paperStanding(standing)];
}

function goneText(person: Person): string {
  const gone = goneTitle(person);
  return gone === '' ? '' : `本人${gone}。`;
}

function table(rows: readonly (readonly string[])[]): Block {
  const widths = [0.7, 2.6, 1.8, 2.4, 1.3, 1.3];
  return {
    kind: 'table',
    columns: widths.map((width, at) => ({
      width,
      align: at === 3 ? ('left' as const) : ('center' as const),
    })),
    head: [['序号', '时间', '名称', '地点', '参加要求', '到会情况'].map((text) => ({ text }))],
    rows: rows.map((cells, at): Row => [String(at + 1), ...cells].map((text) => ({ text }))),
  };
}

function quotaText(input: PaperInput, order: MemberLogbook): string {
  const { facts, today } = input;
  const { last } = daysOf(order);
  const until = last < today ? last : today;
  const rulebook = input.rulebookOf(order.year);
  if (order.quarter !== null || countedActivities(facts, rulebook, until).length === 0) return '';
  const progress = progressOf(facts, rulebook, personOf(facts, order.person), until);
  return progress === undefined
    ? ''
    : `组织生活全年应参加${progress.quota}次，已参加${progress.attended}次。`;
}
