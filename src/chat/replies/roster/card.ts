import type { View } from '../../../app/ports/voice.js';
import type { PersonCard } from '../../../app/roster/says.js';
import type { AwaySpan, Person } from '../../../domain/roster/rows.js';
import { fullDate, partyDay } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import { officesTitle, standingTitle } from '../../../words/roster.js';
import { historyText } from './words.js';

/** What `/党员 姓名` shows. */
export function cardText(card: PersonCard, view: View): string {
  const { today } = view;
  const rows = [
    `${personTitle(card.person, view.rulebook)} ${standingTitle(card, view.rulebook)}`,
    card.offices.length > 0 ? `职务：${officesTitle(card.offices)}` : '',
    card.group === null ? '' : `党小组：${card.group}`,
    card.partyJoinedOn === null ? '' : `入党时间：${partyDay(card.partyJoinedOn)}`,
    card.regularOn === null ? '' : `转正：${fullDate(card.regularOn, today)}`,
    `在本支部：${fullDate(card.joinedOn, today)}起`,
    card.exempt ? '不列入考核' : '',
    card.progress === null
      ? ''
      : `组织生活：${card.progress.year}年应参加${card.progress.quota}次，已参加${card.progress.attended}次`,
    card.phone === null ? '' : `手机：${card.phone}`,
    card.away === null ? '' : awayText(card.away, today),
    card.letter == null ? '' : letterText(card.letter, today),
    card.accounts > 0
      ? `账号：已绑定（${card.accounts}个）`
      : `账号：未绑定，请本人发送“/绑定 ${card.person.name}”`,
    ...historyText(card.history, view),
  ];
  return rows.filter((row) => row !== '').join('\n');
}

/** 流动党员：11月20日（周五）起，联系：… */
export function awayText({ from, until, contact }: AwaySpan, today: string): string {
  const ended = until === null ? '起' : `至${fullDate(until, today)}`;
  return `流动党员：${fullDate(from, today)}${ended}，联系：${contact}`;
}

/** 组织关系介绍信：11月20日（周五）开出，回执未收到 */
export function letterText({ on, receiptOn }: NonNullable<Person['transferLetter']>, today: string): string {
  const receipt = receiptOn === null ? '回执未收到' : `${fullDate(receiptOn, today)}收到回执`;
  return `组织关系介绍信：${fullDate(on, today)}开出，${receipt}`;
}
