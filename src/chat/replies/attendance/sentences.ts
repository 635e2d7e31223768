import type {
  AttendanceSays,
  AudienceSaid,
  KeptPictures,
  RollCallNames,
} from '../../../app/attendance/says.js';
import type { View } from '../../../app/ports/voice.js';
import { activityTitle, activityWords, datedWords, numberWords } from './activities.js';
import { fullDateTime } from '../../../words/dates.js';
import { personTitle, personTitles } from '../../../words/persons.js';
import { closedText, countsText, listsText, rollCalledText } from './counts.js';
import type { Sentences } from '../sentences.js';
import { announcedText, clashText } from './announced.js';
import { leaveSentences } from './leave.js';
import { truthSentences } from './truth.js';
import { audienceTitle, kindTitle } from '../../../words/activities.js';

const doneWords = { rescheduled: '已改期', placeChanged: '已改地点', cancelled: '已取消' };

function rescheduledText(
  { activity, from, place, before }: AttendanceSays['rescheduled'],
  view: View,
): string {
  const { today } = view;
  const change = `由${fullDateTime(from, today)}改为${fullDateTime(activity.at, today)}`;
  return `活动改期：${kindTitle(activity.kind, view.rulebook)}${change}，${place === before ? `地点不变（${place}）` : `地点由${before}改为${place}`}。已请的假仍然有效，能参加的请“/销假 编号”。`;
}

function comingText({ activities }: AttendanceSays['coming'], view: View): string {
  if (activities.length === 0) return '近期没有活动。';
  return activities
    .map(({ activity, place, required, begun }) => {
      const notes = `${required ? '' : '（自愿）'}${begun ? '（待结束）' : ''}`;
      const title =
        activity.by === 'number' ? numberWords(activity, view) : kindTitle(activity.kind, view.rulebook);
      return `${title} ${fullDateTime(activity.at, view.today)} ${place}${notes}`;
    })
    .join('\n');
}

function announcedBeforeText(facts: AttendanceSays['announcedBefore'], view: View): string {
  const { activity, before, place, audience, voluntary, topic } = facts;
  const words = [
    `/活动 ${kindTitle(activity.kind, view.rulebook)} ${fullDateTime(activity.at, view.today)} ${place}`,
    audience === null ? '' : ` 对象 ${audienceWords(audience, view)}`,
    `${voluntary ? ' 自愿' : ''} 另开${topic === null ? '' : ` 议题 ${topic}`}`,
  ];
  const moved =
    place === before ? '' : `要换地点，请发送“/改期 ${numberWords(activity, view)} 地点 ${place}”；`;
  return `${activityTitle(activity, view)}已经通知过（${before}，${numberWords(activity, view)}），没有重复通知。${moved}确需同时另开一场的，请发送：\n${words.join('')}`;
}

/** As it is typed behind 对象. */
function audienceWords(audience: AudienceSaid, { rulebook }: View): string {
  if (audience.kind === 'persons')
    return audience.persons.map((person) => personTitle(person, rulebook)).join('、');
  return audience.kind === 'committee' ? '支委' : audienceTitle(audience);
}

function sayAudienceText(facts: AttendanceSays['sayAudience'], view: View): string {
  const { kind, at, place, groups, voluntary, topic } = facts;
  const rest = `${voluntary ? ' 自愿' : ''}${topic === null ? '' : ` 议题 ${topic}`}`;
  const line = `/活动 ${kindTitle(kind, view.rulebook)} ${fullDateTime(at, view.today)} ${place} 对象`;
  return [
    `${kindTitle(kind, view.rulebook)}请写明对象，请选一行发送：`,
    ...[...groups, '全体'].map((audience) => `${line} ${audience}${rest}`),
  ].join('\n');
}

function calledAlreadyText(said: AttendanceSays['calledAlready'], view: View): string {
  const { activity, present } = said;
  const [title, words] = [activityTitle(activity, view), activityWords(activity, view)];
  const [refused, line] =
    said.wish === 'cancel'
      ? ['没有取消', `/取消活动 ${words} ${said.reason}`]
      : [
          '没有改期',
          `/改期 ${words} ${fullDateTime(said.at, view.today)}${said.where === null ? '' : ` 地点 ${said.where}`}`,
        ];
  return `${refused}：${title}点过名，${present}人到会。开过的请发送“/结束 ${words}”；确实没有开、点名有误的，请书记发送“${line}”。`;
}

/** 图片2张、文件1份; nothing for nothing. */
function keptText({ pictures, files }: KeptPictures): string {
  return [pictures === 0 ? '' : `图片${pictures}张`, files === 0 ? '' : `文件${files}份`]
    .filter((part) => part !== '')
    .join('、');
}

/** As the command reads it. */
function rollCallText(named: RollCallNames, { rulebook }: View): string {
  const { everybody, present, absent, except, late, leftEarly } = named;
  const said = { 到: present, 缺: absent, 除: except, 迟到: late, 早退: leftEarly };
  const names = Object.entries(said).flatMap(([keyword, persons]) =>
    persons.length === 0 ? [] : `${keyword} ${personTitles(persons, rulebook)}`,
  );
  return [...(everybody ? ['全到'] : []), ...names].join(' ');
}

export const attendanceSentences: Sentences<AttendanceSays> = {
  ...leaveSentences,
  ...truthSentences,
  alreadyClosed: ({ activity }, view) =>
    `${activityTitle(activity, view)}已经结束，考勤不再改动。漏了请假的，本人可“/请假 ${datedWords(activity, view)}”补请；登记有误的，请记录员或书记“/更正 ${numberWords(activity, view)} 姓名 到 理由”。`,
  announced: announcedText,
  announcedBefore: announcedBeforeText,
  announcedFor: ({ activity, due }, view) => `已在群里通知：${activityTitle(activity, view)}，共${due}人。`,
  awaitingPictures: ({ activity, until, kept, cleared, most }, view) => {
    const title = activityTitle(activity, view);
    const before = keptText(kept);
    const state = cleared
      ? `${title}原有的图片和文件已撤下。`
      : before === ''
        ? ''
        : `${title}已存有${before}。`;
    return `${state}请在5分钟内（${fullDateTime(until, view.today)}前）发送${state === '' ? `${title}的` : ''}图片或文件，一次活动最多${most}份；要记文字，请在活动后面写正文。`;
  },
  calledAlready: calledAlreadyText,
  cancelled: ({ activity, reason }, view) =>
    `活动取消：${activityTitle(activity, view)}不再举行，原因：${reason}。已请的假不计。`,
  checkInClosed: ({ activity, from, until, early }, view) => {
    const hours = `${fullDateTime(from, view.today)}至${until.slice(11, 16)}`;
    return `没有签到：${kindTitle(activity.kind, view.rulebook)}的签到时间是${hours}${early ? '，到时再签' : '，已经过了；到会的由记录员点名登记'}。`;
  },
  checkInOff: () => '本支部不用签到，到会情况由记录员点名登记，您不用办什么。',
  clashes: ({ clashes }, view) => clashes.map((clash) => clashText(clash, view)).join('\n'),
  closed: ({ activity, counts }, view) => {
    const { required, due, present, onLeave } = counts;
    if (!required) return `${activityTitle(activity, view)}已结束：参加${present}人。`;
    return `${activityTitle(activity, view)}已结束：应到${due}人，实到${present}人，请假${onLeave}人。`;
  },
  closedFor: closedText,
  closingWaits: ({ activity, counts }, view) =>
    `${activityTitle(activity, view)}暂未结束：${countsText(counts)}。请假待批和未登记的不减分；照此结束请发送“/结束 ${activityWords(activity, view)} 是”。`,
  closingWaitsFor: ({ activity, lists }, view) =>
    `${activityTitle(activity, view)}暂未结束：\n${listsText(lists.kept, view)}\n请假待批和未登记的不减分。可以先“/点名”补登记；照此结束请回复“/结束 ${activityWords(activity, view)} 是”。`,
  coming: comingText,
  done: ({ activity, what }, view) => `${doneWords[what]}并在群里通知：${activityTitle(activity, view)}。`,
  dueMiscounted: ({ activity, said, due, named }, view) =>
    `没有登记：${activityTitle(activity, view)}应到${due.length}人（${personTitles(due, view.rulebook)}），不是${said}人。请核对到会情况，没有出入的请发送：\n/点名 ${activityWords(activity, view)} ${rollCallText(named, view)} 应到 ${due.length}`,
  hoursKept: ({ activity, hours }, view) =>
    `已登记：${activityTitle(activity, view)}记${hours}学时，到会的同志都计入。`,
  hoursOff: () => '本支部没有统计学时，不用写“学时”。要统计的，请在细则里写明 studyHours。',
  minutesTaken: ({ activity, again, host, kept }, view) => {
    const by = host === null ? '' : `（主持：${personTitle(host, view.rulebook)}）`;
    const pictures = keptText(kept);
    return `${again ? '已更新' : '已记下'}${activityTitle(activity, view)}的纪要${by}${pictures === '' ? '' : `，存有${pictures}`}。`;
  },
  namedTwice: ({ person }, { rulebook }) =>
    `没有登记：${personTitle(person, rulebook)}写了两次，请核对名单。`,
  noLeave: ({ number }) => `没有您的请假 #${number}，请核对编号。`,
  nobodyCalled: ({ activity, recorders }, view) => {
    const words = activityWords(activity, view);
    return `没有结束：${activityTitle(activity, view)}还没有登记任何人到会。请考核记录员${personTitles(recorders, view.rulebook)}同志先发送“/点名 ${words} 到 姓名 缺 姓名”；没有开的，请发送“/取消活动 ${words} 原因”。`;
  },
  nobodyInvited: ({ audience }, view) =>
    audience.kind === 'committee'
      ? '没有登记：名册上还没有书记、副书记和支委，请先“/任职”，或写明对象。'
      : `没有登记：${audienceTitle(audience.kind === 'persons' ? personTitles(audience.persons, view.rulebook) : audience)}目前没有人，请核对对象。`,
  noneOpen: () => '现在没有可以签到的活动。发送“/活动”可查看时间。',
  notAMember: ({ person }, { rulebook }) =>
    `没有登记：${personTitle(person, rulebook)}不是党员，不在点名之列。`,
  notBegun: ({ activity }, view) =>
    `${activityTitle(activity, view)}还没有开始，开始后再办。时间有变请用“/改期”。`,
  notDue: () => '没有签到：您这次不用签到；到场参加的，由记录员点名时登记。',
  notDueNamed: ({ person, activity }, view) =>
    `没有登记：${personTitle(person, view.rulebook)}同志不在${activityTitle(activity, view)}的应到之列。`,
  notPlanned: ({ activity }, view) => `${activityTitle(activity, view)}已结束或已取消，不能再改。`,
  ownSettled: ({ by, activity }, view) =>
    `没有签到：${activityTitle(activity, view)}您本人的到会情况已由${personTitle(by, view.rulebook)}同志登记，如有出入，请向该同志核对。`,
  past: ({ at }, { today }) => `没有登记：${fullDateTime(at, today)}已经过去，请核对时间。`,
  pictureTooLarge: ({ name, mostMegabytes }) =>
    `没有保存：“${name}”超过${mostMegabytes}MB，请压缩后重新发送。`,
  picturesTaken: ({ activity, kept }, view) =>
    `已保存。${activityTitle(activity, view)}现存有${keptText(kept)}。`,
  placeChanged: ({ activity, place, before }, view) =>
    `活动地点变更：${activityTitle(activity, view)}改在${place}（原定${before}），时间不变。`,
  recorderCalls: () => '点名由考核记录员办理；书记只核改记录员本人的到会情况。',
  recorderCorrected: ({ activity, by, present }, view) =>
    `${activityTitle(activity, view)}：${personTitle(by, view.rulebook)}同志把您本人的到会情况改为“${present.kept ? '到' : '缺'}”。`,
  recorderSelf: ({ activity, recorder, present }, view) => {
    const name = personTitle(recorder, view.rulebook);
    const state = present.kept ? '到' : '缺';
    return `${activityTitle(activity, view)}：记录员${name}同志登记本人为“${state}”。如有出入，请“/点名 ${activityWords(activity, view)} ${present.kept ? '缺' : '到'} ${name}”。`;
  },
  rescheduled: rescheduledText,
  rollCallEmpty: ({ activity }, view) =>
    `请写明到会情况，例：/点名 ${activityWords(activity, view)} 全到，或 /点名 ${activityWords(activity, view)} 到 姓名 缺 姓名`,
  rollCallMixed: ({ activity }, view) =>
    `没有登记：“全到”只与“除”同用，例：/点名 ${activityWords(activity, view)} 全到 除 姓名；逐人登记用“到”“缺”。`,
  rollCalled: ({ activity, counts }, view) =>
    `已点名：${activityTitle(activity, view)}，${countsText(counts)}。名单已私信记录人。`,
  rollCalledFor: ({ called }, view) => rollCalledText(called.kept, view),
  sameTime: ({ activity }, view) => `${activityTitle(activity, view)}本来就是这个时间和地点，没有改动。`,
  sayAudience: sayAudienceText,
  signInOverridden: ({ activity, by }, view) =>
    `${activityTitle(activity, view)}您的签到，${personTitle(by, view.rulebook)}同志点名时改为缺席。如有出入，请在活动结束前与该同志核对。`,
  signedIn: ({ subject, activity }, view) =>
    `${personTitle(subject, view.rulebook)}同志已签到：${activityTitle(activity, view)}。`,
  signedInBefore: ({ activity }, view) => `您已记为到会：${activityTitle(activity, view)}，不必重复签到。`,
  textTooLong: ({ most }) => `文字太长，请控制在${most}字以内，没有登记。`,
  tooManyPictures: ({ activity, kept, most }, view) =>
    `没有保存：一次活动最多存${most}份图片和文件，${activityTitle(activity, view)}已有${kept}份。要全部换掉，请先发送“/纪要 ${activityWords(activity, view)} 重附”。`,
  whichCheckIn: ({ activities }, view) =>
    [
      '现在有几个活动可以签到，请选一行发送：',
      ...activities.map((activity) => `/签到 ${activityWords(activity, view)}`),
    ].join('\n'),
};
