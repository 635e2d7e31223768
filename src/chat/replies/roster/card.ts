import { hoursTitle } from '../../../words/activities.js';
import type { View } from '../../../app/ports/voice.js';
import type { PersonCard } from '../../../app/roster/says.js';
import type { AwaySpan, Person } from '../../../domain/roster/rows.js';
import { fullDate, partyDay } from '../../../words/dates.js';
import { lifeFields } from '../../../domain/roster/rows.js';
import { fieldTitles, particularText } from '../../../words/particulars.js';
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
    card.regularOn === null ? '' : `转正：${partyDay(card.regularOn)}`,
    card.joinedOn === null ? '' : `在本支部：${fullDate(card.joinedOn, today)}起`,
    ...lifeFields.map((field) => {
      const value = card.life?.[field];
      return value === undefined ? '' : `${fieldTitles[field]}：${particularText(field, value, partyDay)}`;
    }),
    card.exempt ? '不列入考核' : '',
    card.progress === null
      ? ''
      : `组织生活：${card.progress.year}年应参加${card.progress.quota}次，已参加${card.progress.attended}次${hoursTitle(card.progress.hours)}`,
    card.phone === null ? '' : `手机：${card.phone}`,
    card.away === null ? '' : awayText(card.away, today),
    card.letter == null ? '' : letterText(card.letter, today),
    card.accounts === null ? '' : accountsText(card.accounts, card.person.name),
    ...historyText(card.history, view),
    ...(card.putRight.length === 0
      ? []
      : ['修改：', ...card.putRight.map((change) => putRightText(change, view))]),
  ];
  return rows.filter((row) => row !== '').join('\n');
}

function accountsText(accounts: number, name: string): string {
  return accounts > 0 ? `账号：已绑定（${accounts}个）` : `账号：未绑定，请本人发送“/绑定 ${name}”`;
}

/** 11月20日（周五） 手机 （空）→13800000000（赵敏登记） */
function putRightText({ field, before, after, on, by }: PersonCard['putRight'][number], view: View): string {
  const [was, is] = [before, after].map((value) => particularText(field, value, partyDay));
  const title = field === 'name' ? '姓名' : fieldTitles[field];
  const what = before === null ? (is ?? '') : `${was ?? ''}→${is ?? ''}`;
  return `${fullDate(on, view.today)} ${title} ${what}（${personTitle(by, view.rulebook)}登记）`;
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
