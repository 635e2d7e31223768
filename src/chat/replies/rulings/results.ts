import { readingMeaning, settingTitle, settingValueTitle } from '../../../words/readings.js';
import type { LeftByArchive, RulingResult } from '../../../app/matters/results.js';
import type { Instead } from '../../../app/matters/seat.js';
import type { View } from '../../../app/ports/voice.js';
import type { PersonRef } from '../../../domain/branch/people.js';
import { yearOf } from '../../../domain/period/civil.js';
import type { Barred } from '../../../domain/matters/kind.js';
import { fullDate, fullDateTime, paperDay } from '../../../words/dates.js';
import { activityTitle } from '../attendance/activities.js';
import { closing, upheldLine, upheldText } from '../objections/cards.js';
import { numbersTitle, typedNumbers } from '../../../words/numbers.js';
import { truthTitle } from '../../../words/truth.js';
import { viewAt } from '../views.js';
import { insteadText, insteadTitle, meetingWords, uninvolved } from './matters.js';
import { personTitle } from '../../../words/persons.js';
import { restoredText, standsAt } from '../points/items.js';
import { vetoCommand, vetoWaits } from '../veto/steps.js';
import { signed, vetoedYear } from '../../../words/items.js';
import { stateTitle } from '../../../words/matters.js';
import { statusTitle } from '../../../words/roster.js';
import { besidesTitle, noMatter } from '../common.js';

/** Unknown numbers answered one by one. */
const mostUnknown = 3;

const barred: { readonly [B in Barred]: string } = {
  notOfficer: '须由书记或副书记认定',
  subject: '是您本人的事项',
  proposer: '是您登记的事项',
  witness: '您是证明人',
  madeTheRuling: '更正的是您作出的认定',
  unboundThem: '原来的账号是您解绑的',
  keptTheRegister: '这次活动的考勤是您点名、结束或者认定的',
  ruledBefore: '原来的认定是您作出的',
  ruledIt: '异议针对的是您作出的认定',
  proposedIt: '异议针对的是您登记的事项',
  postedIt: '异议针对的是您发出的公示',
  hasLinesInIt: '这期公示里有您登记或者认定的记分，或者与您有关',
  appointedAfter: '提出时您还没有任职，又是书记本人的事项',
  branchMayRule: '支部内有人可以认定，上级不代为认定',
  superiorOnly: '须由上级认定',
  inTheTable: '表中有您本人的结果',
};

/** After a veto is certified: what happened to the report to the superior. */
const reportedText = {
  informed: '已报上级。',
  nobody: '名册上没有上级审核人，请另行报告上级。',
  self: '',
} as const;

function confirmedText(result: Extract<RulingResult, { readonly kind: 'confirmed' }>, view: View): string {
  const { number, card, total, wantsMeeting, replaces } = result;
  const meeting = wantsMeeting
    ? `此项须经会议研究，请补报会议日期：“/确认 ${typedNumbers([number], view)} 会议 日期”。`
    : '';
  const instead =
    replaces.length > 0
      ? `同一件事只计最高一级，${replaces.map((other) => `#${other}`).join('、')} 不再计分。`
      : '';
  const stands = total === null ? '' : `，${standsAt(total, yearOf(card.deedOn), view)}`;
  return `#${number} 已认定：${personTitle(card.subject, view.rulebook)}同志 ${signed(card.points)}分${stands}。${instead}${meeting}${inPerson({ ...card, ...result }, view)}`;
}

/** What the bot cannot say to somebody without an account. */
function inPerson(
  { tellInPerson, subject }: { readonly tellInPerson: boolean; readonly subject: PersonRef },
  { rulebook }: View,
): string {
  return tellInPerson
    ? `${personTitle(subject, rulebook)}同志没有账号，请当面或电话告知本人；本人有异议的，可书面向书记或上级提出。`
    : '';
}

function putRightText(
  result: Extract<RulingResult, { readonly kind: 'attendancePutRight' }>,
  view: View,
): string {
  const { rulebook } = viewAt(result.activity.at, view);
  const title = `${personTitle(result.subject, view.rulebook)}同志 ${activityTitle(result.activity, view)}`;
  return `已更正考勤：${title}改为${truthTitle(result.truth, rulebook)}。${scoreText(result)}`;
}

type AnswerInstead = Extract<RulingResult, { readonly kind: 'answerInstead' }>;

function answerInsteadText({ number: typed, upheld, register }: AnswerInstead, view: View): string {
  const number = typedNumbers([typed], view);
  return upheld
    ? `已答复成立，${closing(number)}`
    : `是异议，没有办理。请答复：\n/答复 ${number} 维持 说明\n${upheldLine(number, register, view)}`;
}

/** One word for every kind: 答复 would tell officers that somebody objects to what is about them. */
function quietText(
  { number, instead }: { readonly number: number; readonly instead: Instead | null },
  view: View,
): string {
  const who = instead === null ? uninvolved('rule') : insteadTitle({ ...instead, verb: 'rule' }, view);
  return `#${number} 须${who}。`;
}

/** Of a leave that is granted to somebody who was there. */
export const cameWords = '点名登记为到会，仍按到会计。';

/** Of a bonus or deduction that was refused: whoever refused it by a slip cannot undo that. */
export const registerAgain = '驳回有误的，请登记人重新登记。';

/** Who dismissed an objection wrongly reads how the thing is put right now. */
function decidedText(
  { number, what, state, ruler, isToRegisterAgain }: Extract<RulingResult, { readonly kind: 'decided' }>,
  { rulebook }: View,
): string {
  const by = ruler === null ? '' : `（${personTitle(ruler, rulebook)}同志）`;
  const isDismissed = what === 'objection' && state === 'rejected';
  const amend = isDismissed ? '确有差错的，请记录员、书记或副书记发送“/更正 编号 理由”。' : '';
  return `#${number} ${stateTitle(state, what)}${by}，不再重复办理。${isToRegisterAgain ? registerAgain : amend}`;
}

type Waits = Extract<
  RulingResult,
  { readonly kind: 'noProof' | 'notHeard' | 'besidesFirst' | 'noConsent' | 'waitsQuietly' }
>;

/** What has to happen before it can be ruled. */
function waitsText(result: Waits, view: View): string {
  const head = `#${result.number}`;
  switch (result.kind) {
    case 'noProof':
      return `${head} 还缺证明，暂不能认定：还差${result.missing}位证明人，或补一份材料。`;
    case 'notHeard':
      return notHeardText(result, view);
    case 'noConsent':
      return `${head} 还没有${personTitle(result.subject, view.rulebook)}同志本人同意，暂不能认定：请本人私聊回复“/同意 ${result.number}”。`;
    case 'waitsQuietly':
      return `${head} 手续还没有办齐，暂不能认定。`;
    case 'besidesFirst':
      return `${head} 没有认定：${besidesTitle(result.besides)}：/待办 ${typedNumbers(result.besides.slice(-1), view)}`;
  }
}

function resultText(result: RulingResult, view: View): string {
  const head = `#${result.number}`;
  switch (result.kind) {
    case 'confirmed':
      return confirmedText(result, view);
    case 'confirmedQuietly':
      return `${head} 已认定。`;
    case 'leaveGranted':
      return `${head} 已准假：${personTitle(result.subject, view.rulebook)}同志 ${activityTitle({ kind: result.activity, at: result.at }, view)}。${result.came ? cameWords : ''}${archivedText(result.archived)}`;
    case 'attendancePutRight':
      return `${head} ${putRightText(result, view)}`;
    case 'bound':
      return `${head} 已绑定：${personTitle(result.subject, view.rulebook)}同志的账号可以使用了。${result.fell.length === 0 ? '' : `${numbersTitle(result.fell)}不再办理。`}`;
    case 'alone':
      return `${head} 请单独确认：/确认 ${typedNumbers([result.number], view)}`;
    case 'corrected':
      return `${head} 已${result.supplement ? '补正' : '更正'} #${result.corrects}：${personTitle(result.subject, view.rulebook)}同志 ${signed(result.points)}分${restoredText(result.restored)}，${standsAt(result.total, result.year, view)}。${inPerson(result, view)}`;
    case 'exempted':
      return `${head} 已认定：${personTitle(result.subject, view.rulebook)}同志${result.exempt ? '不再列入积分考核，以关爱为主' : '重新列入积分考核'}。`;
    case 'statusChanged':
      return `${head} 已认定：${personTitle(result.subject, view.rulebook)}同志${statusTitle(result, view.rulebook)}。`;
    case 'statusOvertaken':
      return `${head} 不能认定：${personTitle(result.subject, view.rulebook)}同志的情况在登记以后已有变动，与您看到的不同。请“/驳回 ${result.number} 理由”，按现在的情况重新登记。`;
    case 'certified':
      return `${head} 已认定：${personTitle(result.subject, view.rulebook)}同志一票否决成立，${vetoedYear(result.year, result.counts, view.rulebookOf(result.year))}，原有记录保留。${reportedText[result.reported]}`;
    case 'answeredQuietly':
      return `${head} 已答复。`;
    case 'vetoSetAside':
      return `${head} 已更正 #${result.corrects}：${personTitle(result.subject, view.rulebook)}同志的一票否决不再有效，${standsAt(result.total, result.year, view)}。`;
    case 'vetoWaits':
      return `${head} 暂不能认定，${vetoWaits(result.next)}。${vetoCommand(result.number, result.next, view)}`;
    case 'upheld':
      return upheldText(result);
    case 'adopted':
    case 'worded':
    case 'wordingOvertaken':
    case 'settled':
    case 'yearTakenOver':
    case 'yearNotFree':
      return `${head} ${rulesText(result)}`;
    case 'barred':
      if (result.why === 'superiorOnly') return quietText(result, view);
      return `${head} ${barred[result.why]}，${insteadText(result.instead, result.told, view)}。`;
    case 'barredQuietly':
      return quietText(result, view);
    case 'nothingLeft':
      return `${head} 已认定：#${result.corrects} 此前已经更正，分数不再变动。`;
    case 'meetingTooEarly':
      return `${head} 没有办理：会议日期${fullDate(result.meetingOn, view.today)}早于这件事的年度，请核对日期。`;
    case 'meetingNoted':
      return `${head} 已补记会议日期：${fullDate(result.meetingOn, view.today)}。`;
    case 'unknown':
      return noMatter(result);
    case 'fellBefore':
      return `${head} 随这一行里认定的事项一并办结，不再办理。`;
    case 'decided':
      return decidedText(result, view);
    case 'answerInstead':
      return `${head} ${answerInsteadText(result, view)}`;
    case 'noProof':
    case 'notHeard':
    case 'besidesFirst':
    case 'noConsent':
    case 'waitsQuietly':
      return waitsText(result, view);
  }
}

/** Granted after the year was archived: what the score is about, and the line that goes to 上级. */
export function archivedText(left: LeftByArchive | null): string {
  return left === null
    ? ''
    : `${left.year}年度已经归档，#${left.matter} 的减分没有改动；应当改正的，请记录员或书记发送“/补正 ${left.matter} 结束后补批了请假”，报上级认定。`;
}

/** Who has not spoken yet, until when, and the line of a ruler who heard them in person. */
function notHeardText(
  {
    number,
    subject,
    until,
    meetingOn,
    wantsMeeting,
    gone,
    byProxy,
  }: Extract<RulingResult, { readonly kind: 'notHeard' }>,
  view: View,
): string {
  const written = typedNumbers([number], view);
  const name = personTitle(subject, view.rulebook);
  const heard = `“/确认 ${written}${meetingOn === null ? meetingWords(wantsMeeting) : ` 会议 ${paperDay(meetingOn)}`} 已听取”`;
  const head = `#${number} 暂不能认定，还没有听取本人说明：${name}同志`;
  return until === null
    ? gone
      ? `${head}已不在本支部，没有账号，请当面或者电话听取后回复${heard}。`
      : `${head}没有账号，请当面听取后回复${heard}${byProxy ? `，或请记录员代为登记“/代 ${name} 说明 ${number} 文字”` : ''}。`
    : `${head}可以在${fullDateTime(until, view.today)}前说明，到时即可认定。已当面听取的，请回复${heard}。`;
}

/** What the ruling did to the score, and what it left to others. */
function scoreText({
  points,
  drafted,
}: Extract<RulingResult, { readonly kind: 'attendancePutRight' }>): string {
  const reversed = points === null ? '' : `原来的减分已冲销，${signed(points)}分。`;
  const again = drafted.length === 0 ? '' : `已生成待认定 ${numbersTitle(drafted)}。`;
  return `${reversed}${again}`;
}

/** One line each; many unknown numbers share one. */
export function resultsText(results: readonly RulingResult[], view: View): string {
  const unknown = results.filter(({ kind }) => kind === 'unknown').map(({ number }) => `#${number}`);
  if (unknown.length <= mostUnknown) return results.map((result) => resultText(result, view)).join('\n');
  const known = results.filter(({ kind }) => kind !== 'unknown').map((result) => resultText(result, view));
  const named = unknown.slice(0, mostUnknown).join('、');
  return [...known, `没有 ${named}等${unknown.length}个编号，请核对。`].join('\n');
}

/** Of what the branch goes by, and of years before it. */
function rulesText(
  result: Extract<
    RulingResult,
    { readonly kind: 'adopted' | 'worded' | 'wordingOvertaken' | 'settled' | 'yearTakenOver' | 'yearNotFree' }
  >,
): string {
  switch (result.kind) {
    case 'adopted':
      return `已认定：细则${result.version}自${result.fromYear}年起执行，以前年度的积分不变。`;
    case 'worded':
      return '已认定：考核表和“/细则 项号”即日起写附件的原文，分值和积分不变。';
    case 'wordingOvertaken':
      return `不能认定：登记以后细则已有变动，附件要与现在的各项重新对照。请“/驳回 ${result.number} 理由”，再重新提出。`;
    case 'settled':
      return `已认定：${settingTitle(result.setting)}改为“${settingValueTitle(result.to)}”，即日起${readingMeaning(result.setting, result.to)}。`;
    case 'yearTakenOver':
      return `已认定：${result.year}年度考核结果由导入的汇总表归档（${result.count}人）。`;
    case 'yearNotFree':
      return `不能认定：${result.year}年度已在本支部登记或办理，不再用导入的结果。请“/驳回 ${result.number} 理由”。`;
  }
}
