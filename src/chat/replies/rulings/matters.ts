import { personTitle } from '../../../words/persons.js';
import { sentencesOf } from './kinds.js';
import type { MatterCard, ProxyNote } from '../../../app/matters/card.js';
import type { View } from '../../../app/ports/voice.js';
import { objectionText } from '../objections/cards.js';
import { howTitles } from '../../../words/roster.js';

/** 张三 第8项“公益活动” +3分 — the head of a matter in lists and requests */
export function matterHead(card: MatterCard, view: View): string {
  const who = sentencesOf(card).nameless === true ? '' : `${personTitle(card.subject, view.rulebook)} `;
  return `${who}${matterTopic(card, view)}`;
}

/** 第8项“公益活动” +3分 — where it is plain whom it is about */
export function matterTopic(card: MatterCard, view: View): string {
  return sentencesOf(card).topic(card, view);
}

export function rowReason(card: MatterCard, view: View): string {
  return sentencesOf(card).reason(card, view);
}

/** Everything a ruler is told of a matter, and the words to type. */
export function pendingText(card: MatterCard, view: View): string {
  const { lines, next } = sentencesOf(card);
  if (card.kind === 'objection')
    return objectionText(card, matterWords([card.number], view), remarks(card, view), view);
  const waits = card.kind === 'veto' && card.next !== 'certification';
  const meeting = wantsMeeting(card) ? ` 会议 日期` : '';
  const number = matterWords([card.number], view);
  return [
    `${waits ? '正在办理' : '待认定'} #${card.number}：${matterHead(card, view)}`,
    ...(lines?.(card, view) ?? []),
    ...remarks(card, view),
    next?.(card, view) ?? `回复“/确认 ${number}${meeting}”或“/驳回 ${number} 理由”。`,
  ].join('\n');
}

/** Numbers as they are to be typed: 3 4, or for somebody of several branches 一支部#3 一支部#4 */
export function matterWords(numbers: readonly number[], { among }: View): string {
  return numbers.map((number) => (among === undefined ? String(number) : `${among}#${number}`)).join(' ');
}

/** 代为登记:赵敏代郑国(电话) */
function proxyText({ person, by, how }: ProxyNote, { rulebook }: View): string {
  const way = how === null ? '' : `（${howTitles[how]}）`;
  return `代为登记：${personTitle(by, rulebook)}代${personTitle(person, rulebook)}${way}`;
}

export function remarks(card: MatterCard, view: View): readonly string[] {
  return [
    ...card.proxies.map((note) => proxyText(note, view)),
    ...card.statements.map((text) => `本人说明：${text}`),
    ...(card.returned === null ? [] : [`已退回补充：${card.returned}`]),
    ...card.supervision.map((text) => `监督员意见：${text}`),
  ];
}

export function wantsMeeting(card: MatterCard): boolean {
  return (card.kind === 'bonus' || card.kind === 'deduction') && card.wantsMeeting;
}
