import { isToBeHeard } from '../../../domain/points/hearing.js';
import { fullDateTime, monthTitle } from '../../../words/dates.js';
import { personTitle, personTitles } from '../../../words/persons.js';
import { sentencesOf } from './kinds.js';
import type { MatterCard, ProxyNote } from '../../../app/matters/card.js';
import type { View } from '../../../app/ports/voice.js';
import { typedNumbers } from '../../../words/numbers.js';
import { howTitles, officeTitle } from '../../../words/roster.js';
import type { Instead, Seat } from '../../../app/matters/seat.js';

/** 张三 第8项“公益活动” +3分 — the head of a matter in lists and requests */
export function matterHead(card: MatterCard, view: View): string {
  const who = sentencesOf(card).nameless === true ? '' : `${personTitle(card.subject, view.rulebook)} `;
  return `${who}${matterTopic(card, view)}`;
}

/** 张三 第17项“党费” −3分（2026年1月）: the same with its month, as several months may wait at once */
export function registeredHead(card: MatterCard, view: View): string {
  const isPoints = card.kind === 'bonus' || card.kind === 'deduction';
  const dues = isPoints && card.occasion?.line === 'dues' ? `（${monthTitle(card.occasion.month)}）` : '';
  return `${matterHead(card, view)}${dues}`;
}

/** 第8项“公益活动” +3分, where the subject is known */
export function matterTopic(card: MatterCard, view: View): string {
  return sentencesOf(card).topic(card, view);
}

export function rowReason(card: MatterCard, view: View): string {
  return sentencesOf(card).reason(card, view);
}

/** Who has not been heard, until when, and how the ruler says that they heard them in person. */
export function unheardText(card: MatterCard, view: View): string | undefined {
  if ((card.kind !== 'bonus' && card.kind !== 'deduction') || !isToBeHeard(card.unanswered, view.now))
    return undefined;
  const number = typedNumbers([card.number], view);
  const { until } = card.unanswered;
  const said = card.statements.length > 0 ? '重新告知以后本人还没有说明' : '本人还没有说明';
  const waits =
    until === null
      ? '本人没有账号，须当面听取说明'
      : `${said}，${fullDateTime(until, view.today)}以后可以认定`;
  return `${waits}；已当面听取的，回复“/确认 ${number}${meetingWords(wantsMeeting(card))} 已听取”。`;
}

/** What the line that rules must say beside its number. */
export function meetingWords(wants: boolean): string {
  return wants ? ' 会议 日期' : '';
}

/** A matter as its ruler reads it, with the words to type. */
export function pendingText(card: MatterCard, view: View): string {
  const kind = sentencesOf(card);
  if (kind.text) return kind.text(card, remarks(card, view), view);
  const number = typedNumbers([card.number], view);
  const unheard = unheardText(card, view);
  const confirm = `回复“/确认 ${number}${meetingWords(wantsMeeting(card))}”或“/驳回 ${number} 理由”。`;
  return [
    `${kind.isUnderWay?.(card) === true ? '正在办理' : '待认定'} #${card.number}：${matterHead(card, view)}`,
    ...cardLines(card, view),
    kind.next?.(card, view) ??
      (unheard === undefined ? confirm : `${unheard}不予认定的，回复“/驳回 ${number} 理由”。`),
  ].join('\n');
}

/** What a card says of its matter below its head. */
export function cardLines(card: MatterCard, view: View): readonly string[] {
  return [...(sentencesOf(card).lines?.(card, view) ?? []), ...remarks(card, view)];
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
    ...(card.tookBack.length === 0 ? [] : [`曾证明又撤回：${personTitles(card.tookBack, view.rulebook)}`]),
    ...card.supervision.map((text) => `监督员意见：${text}`),
  ];
}

export function wantsMeeting(card: MatterCard): boolean {
  return (card.kind === 'bonus' || card.kind === 'deduction') && card.wantsMeeting;
}

const seatTitles: { readonly [S in Seat]: string } = {
  secretary: officeTitle('secretary'),
  deputySecretary: officeTitle('deputySecretary'),
  superior: '上级',
  nobody: '上级党组织',
};

/** 书记; 上级党组织 where none of it has an account here */
export function seatTitle(seat: Seat): string {
  return seatTitles[seat];
}

const verbs = { rule: '认定', answer: '答复' } as const;

/** 由没有经办此事的同志答复: for who must not hear whose turn it is */
export function uninvolved(verb: Instead['verb']): string {
  return `由没有经办此事的同志${verbs[verb]}`;
}

/** 由副书记钱进同志认定: who rules in place of somebody who may not */
export function insteadTitle(instead: Instead, { rulebook }: View): string {
  const { seat, persons, isBarredAbove, verb, isShielded } = instead;
  if (isShielded) return uninvolved(verb);
  if (isBarredAbove) return `由另一位上级审核人${verbs[verb]}`;
  const names = seat === 'nobody' ? '' : `${personTitles(persons, rulebook)}同志`;
  return `由${seatTitles[seat]}${names}${verbs[verb]}`;
}

/** 应由副书记钱进同志认定，已转交 */
export function insteadText(instead: Instead, told: boolean, view: View): string {
  const { seat, isShielded, verb } = instead;
  if (isShielded) return uninvolved(verb);
  const nobody = `支部内无人可以${verbs[verb]}，`;
  const another = instead.isBarredAbove ? '，请书记报请上级另派' : '';
  if (seat === 'nobody') return `${nobody}须${insteadTitle(instead, view)}${another}`;
  const passed = told ? '，已转交' : '';
  const alone = seat === 'superior' ? nobody : '';
  return `${alone}应${insteadTitle(instead, view)}${passed}`;
}

/** 已转书记认定; null where naming the ruler would say too much */
export function passedOn(seat: Seat | null): string {
  if (seat === null) return '已转认定';
  return seat === 'nobody' ? '支部内无人可以认定，须由上级党组织认定' : `已转${seatTitles[seat]}认定`;
}
