import { yearCommand } from '../year/words.js';
import { sentencesOf } from './kinds.js';
import type { ActivityRef } from '../../../domain/attendance/references.js';
import { activityTitle, activityWords } from '../attendance/activities.js';
import type { MatterCard } from '../../../app/matters/card.js';
import type { Listed, TodoFacts } from '../../../app/rulings/says.js';
import type { View } from '../../../app/ports/voice.js';
import { fullDate, spacedDate } from '../../../words/dates.js';
import { typedNumbers } from '../../../words/numbers.js';
import {
  insteadTitle,
  matterHead,
  pendingText,
  registeredHead,
  remarks,
  rowReason,
  unheardText,
  wantsMeeting,
} from './matters.js';
import { alikeTitle, besidesTitle, otherDayTitle } from '../common.js';
import { cardLine } from '../points/items.js';
import { personTitles } from '../../../words/persons.js';

/** Matters shown in full; more than this are listed one a row. */
const mostInFull = 3;

/** One row of a list somebody rules from: all they must know, on one line. */
function rulingRow(card: MatterCard, view: View): string {
  const { rulebook, today } = view;
  const points = card.kind === 'bonus' || card.kind === 'deduction' ? card : undefined;
  const deed = points === undefined ? '' : `（${spacedDate(points.deedOn, today)}）`;
  const proof = points === undefined ? [] : [personTitles(points.witnesses, rulebook), ...points.materials];
  const known = proof.filter((part) => part !== '');
  const parts = [
    rowReason(card, view),
    known.length > 0 ? `证明：${known.join('、')}` : '',
    ...doubts(card, view),
    ...remarks(card, view),
  ];
  const details = parts.filter((part) => part !== '').join('；');
  return `#${card.number} ${matterHead(card, view)}${deed}${details === '' ? '' : ` ${details}`}`;
}

/** 已于9月7日（周一）登记补交 */
export function paidTitle(on: string, { today }: View): string {
  return `已于${fullDate(on, today)}登记补交`;
}

/** What has to be looked at before it is ruled, so that it is in no line to copy with others. */
export function doubts(card: MatterCard, view: View): readonly string[] {
  if (card.kind !== 'bonus' && card.kind !== 'deduction') return [];
  const { alike, besides, occasion, otherDay } = card;
  const paid = occasion?.line === 'dues' ? occasion.paidOn : null;
  return [
    ...(otherDay === null ? [] : [otherDayTitle(otherDay)]),
    ...(alike.length > 0 ? [alikeTitle(alike)] : []),
    ...(besides.length > 0 ? [besidesTitle(besides)] : []),
    ...(paid === null ? [] : [paidTitle(paid, view)]),
  ];
}

/** More than so many others are counted. */
const mostNamed = 5;

/** Those that may be ruled in one line, and what is said of the others. */
export function sureOf(
  cards: readonly MatterCard[],
  view: View,
): Readonly<{ sure: readonly number[]; unsure: readonly string[] }> {
  const [first, ...others] = cards.filter((card) => doubts(card, view).length > 0);
  const sure = cards.filter((card) => doubts(card, view).length === 0).map(({ number }) => number);
  if (first === undefined) return { sure, unsure: [] };
  const number = typedNumbers([first.number], view);
  const all =
    others.length > mostNamed
      ? `有上面提示的${others.length + 1}条`
      : [first, ...others].map((card) => `#${card.number}`).join('、');
  return { sure, unsure: [`${all} 请逐条核对：“/确认 ${number}”或“/驳回 ${number} 理由”。`] };
}

export function unheardRow(card: MatterCard, view: View): string {
  const parts = [matterHead(card, view), ...doubts(card, view), unheardText(card, view) ?? ''];
  return `#${card.number} ${parts.join('，')}`;
}

function rows<T>({ shown, more }: Listed<T>, row: (entry: T) => string): readonly string[] {
  return [...shown.map(row), ...(more > 0 ? [`……另有${more}条`] : [])];
}

function unprovenRow(card: MatterCard, view: View): string {
  const missing = 'missing' in card ? card.missing : 0;
  const waits = sentencesOf(card).unproven?.(card, view) ?? `还差${missing}位证明人或一份材料`;
  return `#${card.number} ${[matterHead(card, view), ...doubts(card, view), waits].join('，')}`;
}

/** The head of a matter and what it waits for. */
export function openText(card: MatterCard, view: View): string {
  const missing = 'missing' in card ? card.missing : 0;
  const waits =
    missing > 0 ? `还缺证明（“/材料 ${card.number}”可附图）` : (sentencesOf(card).waits?.(card) ?? '待认定');
  return `#${card.number} ${registeredHead(card, view)}，${waits}`;
}

function ownRow(card: MatterCard, view: View): string {
  return [openText(card, view), ...remarks(card, view)].join('；');
}

function auditRow(year: number, view: View): string {
  const command = yearCommand(view);
  return `${year}年度考核已评定，待您审核：发送“${command}”看结果，“${command} 审核 通过”或“${command} 审核 退回 意见”。`;
}

/** What waits for the person and what they wait for, by section; empty ones are left out. */
export function todoText(todo: TodoFacts, view: View): string {
  const { ruling, unheard, unproven, underWay, barred, own, witnessing, yearToAudit } = todo;
  const toRule = ruling.shown.length + ruling.more;
  const inFull = toRule + unheard.shown.length <= mostInFull;
  const rule = inFull
    ? ruling.shown.map((card) => pendingText(card, view))
    : [
        ...rows(ruling, (card) => rulingRow(card, view)),
        ...(toRule === 0 ? [] : rulingWords(ruling.shown, view)),
      ];
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [inFull || toRule === 0 ? '' : `待您认定${toRule}条：`, rule],
    [
      inFull ? '' : '还没有听取本人说明：',
      inFull
        ? unheard.shown.map((card) => pendingText(card, view))
        : rows(unheard, (card) => unheardRow(card, view)),
    ],
    ['', yearToAudit === null ? [] : [auditRow(yearToAudit, view)]],
    ['等待证明：', rows(unproven, (card) => unprovenRow(card, view))],
    ['正在办理：', rows(underWay, (card) => unprovenRow(card, view))],
    [
      '须由他人认定：',
      rows(barred, ({ card, instead }) =>
        sentencesOf(card).isUnderWay?.(card) === true
          ? unprovenRow(card, view)
          : `#${card.number} ${registeredHead(card, view)}，${insteadTitle(instead, view)}`,
      ),
    ],
    ['您登记的或与您有关的：', rows(own, (card) => ownRow(card, view))],
    [
      '请您证明：',
      rows(witnessing, (card) => `#${card.number} ${cardLine(card, view)}，属实请回复“/证明 ${card.number}”`),
    ],
  ];
  const text = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [...(title === '' ? [] : [title]), ...lines].join('\n'))
    .join('\n');
  return text === '' ? '目前没有待办。' : text;
}

/** To a new recorder. */
export function takenOverText(
  cards: readonly MatterCard[],
  activities: readonly ActivityRef[],
  view: View,
): string {
  const [first] = cards;
  return [
    '还没有办完的，请接着办：',
    ...activities.map(
      (activity) => `${activityTitle(activity, view)}还没有结束登记：/结束 ${activityWords(activity, view)}`,
    ),
    ...cards.map((card) => ownRow(card, view)),
    ...(first === undefined ? [] : [`登记有误的，请发送“/撤回 编号”，例：/撤回 ${first.number}`]),
  ].join('\n');
}

function rulingWords(cards: readonly MatterCard[], view: View): readonly string[] {
  const { sure, unsure } = sureOf(cards, view);
  const numbers = sure.slice(0, 2);
  if (numbers.length === 0) return unsure;
  return [
    `回复“/确认 ${typedNumbers(numbers, view)}”可一并认定几条，“/确认 全部”先列后认，“/驳回 ${typedNumbers(numbers.slice(0, 1), view)} 理由”驳回。`,
    ...unsure,
  ];
}

/** The list that `/确认 全部 是` confirms. */
export function shownText(cards: readonly MatterCard[], more: number, view: View): string {
  const meeting = cards.filter(wantsMeeting).map(({ number }) => `#${number}`);
  return [
    `您可以认定的有${cards.length}条：`,
    ...cards.map((card) => rulingRow(card, view)),
    ...(meeting.length > 0 ? [`${meeting.join('、')} 须经会议研究，认定后请补报会议日期。`] : []),
    ...(more > 0 ? [`另有${more}条，认定这些之后再发送“/确认 全部”。`] : []),
    '全部认定请回复“/确认 全部 是”，只认定以上各条。',
  ].join('\n');
}
