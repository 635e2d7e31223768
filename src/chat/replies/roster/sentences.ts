import { termSentences } from './terms.js';
import { tierTitle } from '../../../words/items.js';
import type { Statement } from '../../../app/roster/register/departed-says.js';
import type { RosterLine, RosterSays } from '../../../app/roster/says.js';
import type { View } from '../../../app/ports/voice.js';
import type { PersonRef } from '../../../domain/branch/people.js';
import type { OfficeName } from '../../../domain/roster/rows.js';
import type { BadName } from '../../../domain/roster/names.js';
import { longestName, lookalikeIn, untitled } from '../../../domain/roster/names.js';
import { activityTitle } from '../attendance/activities.js';
import { dueFollowsText, ownDutyEndsText } from './due.js';
import { claimedText, firstSteps } from './first-steps.js';
import { fullDate, partyDay } from '../../../words/dates.js';
import { departedSentences, officeTrouble, stepText, registerSentences } from './words.js';
import { accountSentences } from './accounts.js';
import { exemptionSentences } from './exemption.js';
import { matterTopic } from '../rulings/matters.js';
import { comrade, personTitle, personTitles } from '../../../words/persons.js';
import { membershipSentences } from './status.js';
import { awayText, cardText, letterText } from './card.js';
import type { Sentences } from '../sentences.js';
import {
  categoryTitle,
  departureTitle,
  holderTitle,
  howTitles,
  officeTitle,
  officesTitle,
  standingTitle,
} from '../../../words/roster.js';

/** 张三 机关党员 支委 第一小组 */
function lineText(line: RosterLine, view: View): string {
  const parts = [
    line.person.name,
    standingTitle(line, view.rulebook),
    officesTitle(line.offices),
    line.group ?? '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** 2026年度积分：103分（已评定合格，还没有归档） */
function yearBeforeText({ year, total, tier, stage }: NonNullable<Statement['before']>, view: View): string {
  const result = tier === null ? '' : `评定${tierTitle(tier, view.rulebook)}，`;
  const standing = stage === 'archived' ? '已归档' : tier === null ? '年度考核还没有评定' : '还没有归档';
  return `${year}年度积分：${total}分（${result}${standing}）`;
}

/** There is one at most. */
const noRecorder = '现在没有记录员，请书记发送“/任职 姓名 记录员 推荐 日期”。';

function statementText(statement: Statement, view: View): string {
  const { year, total, before, due, present, quota, open } = statement;
  const rows = [
    before === null ? '' : yearBeforeText(before, view),
    total === null ? '' : `${year}年积分：${total}分`,
    due === 0 ? '' : `${year}年应参加活动${due}次，参加${present}次`,
    quota === null
      ? ''
      : `组织生活：${year}年在本支部期间折算应参加${quota.expected}次，已参加${quota.attended}次`,
    statement.offices.length > 0 ? `不再担任：${officesTitle(statement.offices)}` : '',
    open.length === 0
      ? ''
      : `${statement.how === 'deceased' ? '随之办结' : '未办结'}的事项：${open.map((card) => `#${card.number} ${matterTopic(card, view)}`).join('、')}`,
  ];
  return rows
    .filter((row) => row !== '')
    .map((row) => `\n${row}`)
    .join('');
}

const badNames: { readonly [B in BadName]: (name: string) => string } = {
  empty: () => '还没有写姓名。',
  tooLong: () => `姓名超过${longestName}个字，没有登记，请核对。`,
  several: () => '一次只登记一个人，请分行发送，没有登记。',
  hidden: () => '姓名里有看不见的字符，没有登记，请重新输入。',
  titled: (name) => `请只写姓名，不带“同志”${untitled(name) === '' ? '' : `：${untitled(name)}`}。没有登记。`,
  nickname: (name) => `“${name}”像是称呼，没有登记。请写身份证上的姓名，日后查得到是谁。`,
  keyword: (name) => `“${name}”是机器人用的词，作姓名会分不清，没有登记，请核对姓名。`,
  lookalike: (name) =>
    `“${name}”里的“${lookalikeIn(name) ?? ''}”不是汉字、字母或0至9，只是看起来像，没有登记，请重新输入。`,
  notLetters: (name) => `“${name}”不像姓名：姓名只写文字和“·”，没有登记，请核对。`,
};

function apartHint(person: PersonRef, namesakes: readonly PersonRef[], { rulebook }: View): string {
  if (namesakes.length === 0) return '';
  return `\n名册上有同名的同志，今后请写作“${personTitle(person, rulebook)}”和“${namesakes.map((one) => personTitle(one, rulebook)).join('”“')}”。`;
}

export const rosterSentences: Sentences<RosterSays> = {
  ...termSentences,
  ...accountSentences,
  ...exemptionSentences,
  ...registerSentences,
  ...departedSentences,
  ...membershipSentences,
  accountTaken: ({ person }, view) => `您的账号已对应${comrade(person, view.rulebook)}，如有差错请联系书记。`,
  added: ({ line, from, moved, namesakes, dueAt }, view) => {
    const group = line.group === null ? '' : `，${line.group}`;
    return [
      `已登记：${line.person.name}同志（${standingTitle(line, view.rulebook)}${group}）${moved ? '转入本支部' : '列入名册'}，从${fullDate(from, view.today)}起。`,
      `请本人发送“/绑定 ${personTitle(line.person, view.rulebook)}”，由书记确认后使用。`,
      apartHint(line.person, namesakes, view),
      dueAt.length === 0
        ? ''
        : `此前已通知的活动也列入应到：${dueAt.map((activity) => activityTitle(activity, view)).join('、')}，请转告本人。`,
    ].join('');
  },
  alreadyYours: ({ person }, view) => `您的账号已对应${comrade(person, view.rulebook)}，不必再绑定。`,
  appointed: ({ person, office, on, recommendedOn, ended, groupMissing }, view) => {
    const from = `${fullDate(on, view.today)}起`;
    const missing = office === 'recorder' ? '，民主推荐未办' : '';
    const recommended = recommendedOn === null ? missing : `，${fullDate(recommendedOn, view.today)}民主推荐`;
    const no = ended.length === 0 ? '' : `不再担任${officesTitle(ended)}。`;
    const name = personTitle(person, view.rulebook);
    const hint = groupMissing
      ? `名册上还没有写明负责哪个小组，请记录员或书记发送“/党员 小组 ${name} 第一小组”（写实际的小组名称）。`
      : '';
    return `${comrade(person, view.rulebook)}担任${officeTitle(office)}（${from}${recommended}）。${no}${hint}`;
  },
  awayContact: ({ person }, { rulebook }) =>
    `没有登记：请写明外出期间怎么联系，例：/党员 流动 ${personTitle(person, rulebook)} 11月20日 联系 138****1234，在海口务工`,
  awayKept: ({ person, span }, { rulebook, today }) =>
    `已登记：${personTitle(person.kept, rulebook)}同志 ${awayText(span.kept, today)}。${span.kept.until === null ? '其间不在应到之列，不计组织生活次数，也不作连续缺席的提醒。' : '返回以后照常计算。'}`,
  backTooEarly: ({ from }, { today }) =>
    `没有登记：返回的日期早于流动的开始（${fullDate(from, today)}），请核对日期。`,
  badGroup: ({ most }) => `党小组名称超过${most}个字，没有登记，请写简称，如 第一小组。`,
  badName: ({ name, why }) => badNames[why](name),
  bound: ({ person, ruler, kind }, view) =>
    [
      `${comrade(person, view.rulebook)}，您的账号已由${comrade(ruler, view.rulebook)}确认，可以使用了。`,
      ...firstSteps(kind, view),
    ].join('\n'),
  byProxy: ({ by, how, on }, { rulebook, today }) => {
    const way = how === null ? '' : `，方式：${howTitles[how]}`;
    const day = on === null ? '' : `，${fullDate(on, today)}`;
    return `（由${personTitle(by, rulebook)}同志代为登记${way}${day}）`;
  },
  bySecretary: () => '支部的其他职务由书记任免，上级任免书记。',
  bySuperior: ({ superiors }, { rulebook }) =>
    superiors.length === 0
      ? '书记由上级党组织任免，但名册上还没有上级审核人，请先在名册中加入。'
      : `书记由上级党组织任免，请联系${personTitles(superiors, rulebook)}同志。`,
  card: ({ card }, view) => cardText(card.kept, view),
  changed: ({ person, step }, view) => `已登记：${comrade(person, view.rulebook)}，${stepText(step, view)}。`,
  claimed: claimedText,
  dismissed: ({ person, office, on }, view) =>
    `${comrade(person, view.rulebook)}不再担任${officeTitle(office)}（${fullDate(on, view.today)}起）。${office === 'recorder' ? noRecorder : ''}`,
  dueFollows: dueFollowsText,
  farewell: ({ statement: { kept } }, view) =>
    `${comrade(kept.person, view.rulebook)}，您的组织关系已从本支部转出，感谢一直以来的支持。${statementText(kept, view)}`,
  futureDay: ({ date }, { today }) =>
    `${date.length < 10 ? partyDay(date) : fullDate(date, today)}还没有到，没有登记，请核对日期。`,
  leadsGroup: ({ person }, view) =>
    `${comrade(person, view.rulebook)}是党小组组长，请先免去：/免职 ${personTitle(person, view.rulebook)} 党小组组长`,
  leavingOfficer: ({ person, offices }, view) =>
    `${comrade(person, view.rulebook)}现任${offices.map(holderTitle).join('、')}，请由书记办理或先免职，没有登记。`,
  leavingSecretary: ({ person }, view) =>
    `${comrade(person, view.rulebook)}现任书记，请先由上级免职：/免职 ${personTitle(person, view.rulebook)} 书记`,
  left: ({ statement: { kept } }, view) =>
    `已登记：${comrade(kept.person, view.rulebook)}${departureTitle(kept.how)}，从${fullDate(view.today, view.today)}起不再列入名册。${statementText(kept, view)}${kept.offices.includes('recorder') ? `\n${noRecorder}` : ''}`,
  leftBefore: ({ name, category, leftOn }, view) => {
    const label = categoryTitle(category, view.rulebook);
    return `名册上曾有${name}同志（${fullDate(leftOn, view.today)}离开），没有登记。请选一行发送：\n/党员 转入 ${name} ${label}\n另有其人的，请在最后写上党小组以示区别：/党员 添加 ${name} ${label} 小组 第一小组`;
  },
  letterKept: ({ person, letter, isHere: here }, { rulebook, today }) =>
    `已登记：${personTitle(person.kept, rulebook)}同志 ${letterText(letter.kept, today)}。${here ? `办理转出请发送“/党员 转出 ${personTitle(person.kept, rulebook)}”。` : ''}`,
  list: ({ lines: { kept: lines } }, view) =>
    [`党员名册（${lines.length}人）：`, ...lines.map((line) => lineText(line, view))].join('\n'),
  massAdded: ({ person, namesakes }, view) =>
    `已登记：群众${personTitle(person, view.rulebook)}列入名册，可以作证明。请本人发送“/绑定 ${personTitle(person, view.rulebook)}”，由书记确认后使用。${apartHint(person, namesakes, view)}`,
  massList: ({ persons: { kept: persons } }, { rulebook }) =>
    persons.length === 0
      ? '名册上还没有群众。登记请发送：/群众 添加 姓名'
      : `群众（${persons.length}人）：${personTitles(persons, rulebook)}`,
  massRemoved: ({ person }, view) =>
    `已登记：群众${personTitle(person, view.rulebook)}不再列入名册，以往的证明仍然有效。`,
  moved: ({ person }, view) =>
    `已登记：${comrade(person, view.rulebook)}转出本支部，从${fullDate(view.today, view.today)}起。`,
  noLetter: ({ person }, { rulebook }) =>
    `没有登记：${personTitle(person, rulebook)}同志没有介绍信的记录，请先发送：/党员 介绍信 ${personTitle(person, rulebook)} 日期`,
  notAway: ({ person }, { rulebook }) =>
    `${personTitle(person, rulebook)}同志没有登记为流动党员，不必登记返回。`,
  notHeld: ({ person, office }: { readonly person: PersonRef; readonly office: OfficeName }, view) =>
    `${comrade(person, view.rulebook)}现在不担任${officeTitle(office)}，没有变化。`,
  notProbationary: ({ person }, view) => `${comrade(person, view.rulebook)}不是预备党员，不用转正。`,
  notYourCard: () => '您可以查看本人的信息，直接发送“/党员”即可。他人的信息由记录员和书记掌握。',
  officeRefused: ({ person, office, refusal }, view) =>
    `${officeTrouble(person, office, refusal, view.rulebook)}没有登记。`,
  officesChanged: ({ branch, person, office, begins, by, on, recommendedOn }, view) => {
    const missing = begins && office === 'recorder' ? '，民主推荐未办' : '';
    const recommended = recommendedOn === null ? missing : `，${fullDate(recommendedOn, view.today)}民主推荐`;
    return `${branch}报告：${comrade(person, view.rulebook)}${begins ? '担任' : '不再担任'}${officeTitle(office)}（${fullDate(on, view.today)}起${recommended}），由${comrade(by, view.rulebook)}办理。`;
  },
  onBehalf: ({ person }, { rulebook }) =>
    `（代${personTitle(person, rulebook)}同志办理，文中“您”指${personTitle(person, rulebook)}同志）`,
  ownDutyEnds: ownDutyEndsText,
  ownOffice: ({ office }) => `本人的职务不能由本人任免，${officeTitle(office)}请由上级办理。`,
  receiptMissing: ({ person, on }, { rulebook, today }) =>
    `提醒：${personTitle(person.kept, rulebook)}同志的组织关系介绍信${fullDate(on, today)}开出，还没有收到回执，请与接收的党组织联系。收到后请发送：/党员 回执 ${personTitle(person.kept, rulebook)} 日期`,
  receiptTooEarly: ({ on }, { today }) =>
    `没有登记：回执的日期早于介绍信（${fullDate(on, today)}），请核对日期。`,
  recommendationWanted: ({ person }, { rulebook }) => {
    const line = `/任职 ${personTitle(person, rulebook)} 记录员 推荐`;
    return `没有任命：记录员由民主推荐产生，请写明推荐的日期，例：${line} 11月20日\n推荐还没有办的，请写：${line} 未办`;
  },
  returned: ({ line, from }, view) =>
    `已登记：${line.person.name}同志（${standingTitle(line, view.rulebook)}）转回本支部，从${fullDate(from, view.today)}起。原有积分、待办和账号照旧。`,
  sameName: ({ person, category }, view) => {
    const known = `名册上已有${person.name}`;
    if (category === null)
      return `${known}（群众），没有重复登记。若是另一位，请换一个分得开的称呼，例：/群众 添加 ${person.name}甲`;
    const label = categoryTitle(category, view.rulebook);
    return `${known}（${label}），没有重复登记。若是同名的另一位，请写明党小组，例：/党员 添加 ${person.name} ${label} 小组 第二小组`;
  },
  unchanged: ({ person, step }, view) =>
    `没有变化：${comrade(person, view.rulebook)}，${stepText(step, view)}（原已登记）。`,
  whoseCode: ({ code, persons }, { rulebook }) =>
    `这个认领码对应几位同志，请选一行发送：\n${persons.map((person) => `/认领 ${code} ${personTitle(person, rulebook)}`).join('\n')}`,
  wrongCode: () => '认领码不对或已用过，请核对；机器人重新启动时会给出新的认领码。',
};
