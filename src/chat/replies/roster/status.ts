import type { View } from '../../../app/ports/voice.js';
import type { StatusAsked, MembershipSays } from '../../../app/roster/membership/says.js';
import { fullDate } from '../../../words/dates.js';
import { comrade, personTitle, personTitles } from '../../../words/persons.js';
import { categoryTitle, probationaryLabel, statusTitle } from '../../../words/roster.js';
import { passedOn } from '../rulings/matters.js';
import type { Sentences } from '../sentences.js';

const steps = {
  category: '调整',
  probationary: '预备',
  transferred: '转出',
  deceased: '去世',
  withdrew: '退党',
  expelled: '除名',
} as const;

/** （会议：11月20日，文号：机关党委〔2026〕5号） */
function evidenceText({ meetingOn, paper }: StatusAsked, { today }: View): string {
  return `（会议：${fullDate(meetingOn, today)}${paper === null ? '' : `，文号：${paper}`}）`;
}

function changeText(asked: StatusAsked, view: View): string {
  return `${statusTitle(asked, view.rulebook)}${evidenceText(asked, view)}`;
}

export const membershipSentences: Sentences<MembershipSays> = {
  evidenceWanted: ({ person, step, category, probationary, meetingOn, paper }, view) => {
    const leaves = step === 'withdrew' || step === 'expelled';
    const name = personTitle(person, view.rulebook);
    const words = [
      `/党员 ${steps[step]} ${name}`,
      ...(category === null
        ? []
        : [probationary ? probationaryLabel : categoryTitle(category, view.rulebook)]),
      `会议 ${commandDay(meetingOn ?? view.today)}`,
      ...(leaves ? [`文号 ${paper ?? `机关党委〔${view.today.slice(0, 4)}〕5号`}`] : []),
    ];
    const wanted = leaves ? '决定的会议日期和上级批复的文号' : '决定的会议日期';
    return `${comrade(person, view.rulebook)}的变动须写明${wanted}，没有登记。例：${words.join(' ')}`;
  },
  ownStatus: ({ others }, { rulebook }) =>
    `不能登记本人的变动，请由${others.length === 0 ? '书记或记录员中的另一位' : `${personTitles(others, rulebook)}同志`}办理。`,
  statusHearing: ({ asked: { kept: asked }, by, seat }, view) =>
    `${comrade(asked.person, view.rulebook)}，${comrade(by, view.rulebook)}登记了您的变动 #${asked.number}：${changeText(asked, view)}，${passedOn(seat)}，认定前照旧。您可以说明：“/说明 ${asked.number} 文字”，认定人会看到。`,
  statusOpened: ({ number, seat }) => `已登记 #${number}，${passedOn(seat)}，认定前照旧。`,
  statusOpenedInFull: ({ asked: { kept: asked }, seat }, view) =>
    `已登记 #${asked.number}：${comrade(asked.person, view.rulebook)}${changeText(asked, view)}，${passedOn(seat)}，认定前照旧。`,
  statusReported: ({ branch, asked: { kept: asked }, proposer, ruler }, view) =>
    `${branch}报告：${comrade(asked.person, view.rulebook)}${changeText(asked, view)}，${comrade(proposer, view.rulebook)}登记，${comrade(ruler, view.rulebook)}认定。`,
  statusRuled: ({ asked: { kept: asked }, toSubject, ruler }, view) =>
    `#${asked.number} 已由${comrade(ruler, view.rulebook)}认定：${toSubject ? '您' : comrade(asked.person, view.rulebook)}${changeText(asked, view)}。${toSubject && asked.to.category !== asked.from.category ? '原有记录照旧保留。' : ''}`,
  statusWaits: ({ number, person }, view) =>
    `${comrade(person, view.rulebook)}的变动 #${number} 还在等待认定，没有重复登记。要改的，请先由登记人“/撤回 ${number}”。`,
};

/** 11月20日, as it is typed. */
function commandDay(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}
