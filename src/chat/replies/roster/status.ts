import type { View } from '../../../app/ports/voice.js';
import type { StatusAsked, MembershipSays } from '../../../app/roster/membership/says.js';
import { fullDate, monthAndDay } from '../../../words/dates.js';
import { comrade, personTitle, personTitles } from '../../../words/persons.js';
import { categoryTitle, probationaryLabel, standingTitle, statusTitle } from '../../../words/roster.js';
import { matterTopic, passedOn } from '../rulings/matters.js';
import type { Sentences } from '../sentences.js';

const steps = {
  category: '调整',
  probationary: '预备',
  returned: '转入',
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
  evidenceWanted: ({ person, step, wantsPaper, category, probationary, meetingOn, paper }, view) => {
    const name = personTitle(person, view.rulebook);
    const words = [
      `/党员 ${steps[step]} ${name}`,
      ...(category === null
        ? []
        : [probationary ? probationaryLabel : categoryTitle(category, view.rulebook)]),
      `会议 ${commandDay(meetingOn ?? view.today)}`,
      ...(wantsPaper ? [`文号 ${paper ?? `机关党委〔${view.today.slice(0, 4)}〕5号`}`] : []),
    ];
    const wanted = wantsPaper ? '决定的会议日期和上级批复的文号' : '决定的会议日期';
    return `${comrade(person, view.rulebook)}的变动须写明${wanted}，没有登记。例：${words.join(' ')}`;
  },
  importBarred: ({ line, name, why }) => `没有导入：${barredLine(line, name, why)}`,
  importMoved: () => '没有导入：名册刚刚有了变动，请重新上传文件核对。',
  imported: ({ added, changed }) => `名册已导入：新增${added}人，更改${changed}人。`,
  namesakeStanding: ({ name, category, probationary, other, leftHow }, view) => {
    const label = probationary ? probationaryLabel : categoryTitle(category, view.rulebook);
    const same = other.probationary ? probationaryLabel : categoryTitle(other.category, view.rulebook);
    const group = other.group === '第二小组' ? '第一小组' : '第二小组';
    const here = leftHow === null;
    const lead = here ? `/党员 调整 ${personTitle(other.person, view.rulebook)}` : `/党员 转入 ${name}`;
    return [
      `名册上${here ? '已有' : '曾有'}${name}同志（${standingTitle(other, view.rulebook)}）。同名而考核范围或身份不同的，须经会议和认定，没有登记。`,
      ...(leftHow === 'deceased'
        ? []
        : [`是同一位同志的，请发送（写实际的会议日期）：${lead} ${label} 会议 ${commandDay(view.today)}`]),
      `另有其人的，请先按相同的类别列入，再“/党员 调整”经认定改为${label}：/党员 添加 ${name} ${same} 小组 ${group}`,
    ].join('\n');
  },
  ownStatus: ({ others }, { rulebook }) =>
    `不能登记本人的变动，请由${others.length === 0 ? '书记或记录员中的另一位' : `${personTitles(others, rulebook)}同志`}办理。`,
  reopened: ({ person, toSubject, cards }, view) => {
    const whose = toSubject ? '您在名册上的登记已更正' : `${comrade(person, view.rulebook)}的去世登记已更正`;
    const lines = cards.map(({ kept }) => `#${kept.number} ${matterTopic(kept, view)}`);
    return `${whose}，随之办结的事项恢复办理：\n${lines.join('\n')}`;
  },
  statusHearing: ({ asked: { kept: asked }, by, seat }, view) =>
    `${comrade(asked.person, view.rulebook)}，${comrade(by, view.rulebook)}登记了您的变动 #${asked.number}：${changeText(asked, view)}，${passedOn(seat)}，认定前照旧。您可以说明：“/说明 ${asked.number} 文字”，认定人会看到。`,
  statusOpened: ({ number, seat }) => `已登记 #${number}，${passedOn(seat)}，认定前照旧。`,
  statusOpenedInFull: ({ asked: { kept: asked }, seat }, view) =>
    `已登记 #${asked.number}：${comrade(asked.person, view.rulebook)}${changeText(asked, view)}，${passedOn(seat)}，认定前照旧。`,
  statusReported: ({ branch, asked: { kept: asked }, proposer, ruler }, view) =>
    `${branch}报告：${comrade(asked.person, view.rulebook)}${changeText(asked, view)}，${comrade(proposer, view.rulebook)}登记，${comrade(ruler, view.rulebook)}认定。`,
  statusRuled: ({ asked: { kept: asked }, toSubject, ruler, mayObject }, view) =>
    `#${asked.number} 已由${comrade(ruler, view.rulebook)}认定：${toSubject ? '您' : comrade(asked.person, view.rulebook)}${changeText(asked, view)}。${toSubject && asked.to.category !== asked.from.category ? '原有记录照旧保留。' : ''}${mayObject ? `如有异议，请私下发送“/异议 ${asked.number} 理由”，由上级答复。` : ''}`,
  statusWaits: ({ number, person }, view) =>
    `${comrade(person, view.rulebook)}的变动 #${number} 还在等待认定，没有重复登记。要改的，请先由登记人“/撤回 ${number}”。`,
  wayBack: ({ person, category, meetingOn }, { rulebook }) => {
    const line = `/党员 转入 ${personTitle(person, rulebook)} ${categoryTitle(category, rulebook)}`;
    return meetingOn === null
      ? `\n写错了人的，请发送：${line}`
      : `\n登记错了的，请发送下面一行，经认定后恢复：\n${line} 会议 ${monthAndDay(meetingOn)}`;
  },
};

/** A line of a roster file that another way brings in. */
export function barredLine(line: number, name: string, why: 'office' | 'above'): string {
  return why === 'office'
    ? `第${line}行“${name}”写了新任的职务。职务由书记任命，请清空这一格再导入，另行任职。`
    : `第${line}行“${name}”是上级或工委，不由文件列入，请删去这一行再导入。`;
}

/** 11月20日, as it is typed. */
function commandDay(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}
