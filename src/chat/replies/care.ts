import type { CareSays, NoticeSaid } from '../../app/care/says.js';
import type { View } from '../../app/ports/voice.js';
import { activityTitle, activityWords } from './activities.js';
import { monthTitle } from './dates.js';
import { periodTitle } from './notices.js';
import { personTitle } from './persons.js';
import type { Sentences } from './sentences.js';

/** What is to be said on the telephone. */
function noticeTitle(notice: NoticeSaid, view: View): string {
  switch (notice.kind) {
    case 'announced':
      return `活动通知 ${activityTitle(notice.activity, view)}`;
    case 'rescheduled':
      return `活动改期 ${activityTitle(notice.activity, view)}`;
    case 'cancelled':
      return `活动取消 ${activityTitle(notice.activity, view)}`;
    case 'publication':
      return `公示第${notice.number}号(${periodTitle(notice.period)}积分)`;
    case 'duesReminder':
      return `交纳${monthTitle(notice.month)}党费`;
  }
}

function phoneListText({ notice, rows }: CareSays['phoneList'], view: View): string {
  const [first] = rows.kept;
  const name = first === undefined ? '' : personTitle(first.person, view.rulebook);
  return [
    `请电话告知${rows.kept.length}位没有账号的同志:${noticeTitle(notice, view)}`,
    ...rows.kept.map(({ person, phone }) => `${personTitle(person, view.rulebook)} ${phone ?? '电话未登记'}`),
    ...(notice.kind === 'announced' || notice.kind === 'rescheduled'
      ? [`不能参加的可代为请假,例:“/代 ${name} 请假 ${activityWords(notice.activity, view)} 方式 电话”`]
      : []),
  ].join('\n');
}

export const careSentences: Sentences<CareSays> = {
  phoneList: phoneListText,
};
