import { isHere } from '../../../domain/branch/people.js';
import { activitiesAhead, activitiesAt, mentionsOf } from './activities.js';
import { withoutEdges, withoutLead } from '../fillers.js';
import type { Filling } from '../pattern.js';
import { anybody, assessed, leaveFor, represented } from './deeds.js';
import { anyLeave, awaitedProof, ownLeave } from './own.js';
import { said, type Finder, type Place } from './place.js';
import { isReason, mayBegin } from '../stops.js';
import { comingInstant, month, pastDay, payment, quarter, span, year } from './when.js';

const small: Readonly<Record<string, number>> = {
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
};
const matterNumber =
  /^(?:#|第)?(\d{1,6}|[一二三四五六七八九十])(?:号|条|件)?(?:的?(?:待办|事项|登记|申报|请假|那条|那个|那件事|这条|这件事|事情))?/u;
const itemNumber = /^(?:第)?(\d{1,2}|[一二三四五六七八九十])(?:号)?(?:小)?(?:项|条)/u;
const courtesy = /^(?:同志|老师|书记|主任|大姐|大哥|姐|哥)/u;
const nameJoiner = /^(?:[、，,和跟与及\s]|还有)+/u;

/** Slots that are more than the label of a word: the beginning of the label of the word that they fill. */
export const specialSlots: Readonly<Record<string, string | null>> = {
  /** Not said: every activity ahead that it can be. */
  哪次活动: '活动',
  /** The number of the speaker's own leave, by its activity. */
  假: '编号',
  /** Not said: the speaker's only leave, or each of several. */
  我的假: '编号',
  /** Not said: what the speaker was asked to witness. */
  待证: '编号',
  缴费: '月份',
  /** Whom one helped, on the roster or not. */
  何人: '姓名',
  /** Who has no account to say it with, and the leave that is asked for them. */
  代办人: '姓名',
  代请: '命令 …',
  /** Only talked about; nothing of it stands in the line. */
  某活动: null,
  某事: null,
};

/** Where a slot can end: its words as a line has them. */
export function fillingsOf(name: string, place: Place): readonly Filling[] {
  const { label, choices } = place.word;
  const find = finders[name in specialSlots ? name : label] ?? (choices === undefined ? freeText : choice);
  return find(place);
}

/** Names of the roster, longest first, with a title of courtesy. */
const oneName: Finder = ({ text, at, context }) => {
  const start = text.startsWith('@', at) ? at + 1 : at;
  const names = context.facts
    .all('person')
    .filter(isHere)
    .map(({ name }) => name);
  const [longest] = names
    .filter((name) => text.startsWith(name, start))
    .sort((one, other) => other.length - one.length);
  if (longest === undefined) return [];
  const end = start + longest.length;
  return said(longest, end + (courtesy.exec(text.slice(end))?.[0].length ?? 0));
};

const severalNames: Finder = (place) => {
  const names: string[] = [];
  let end = place.at;
  for (let at = place.at; ;) {
    const [found] = oneName({ ...place, at });
    if (found === undefined) break;
    names.push(found.written);
    end = found.end;
    const joined = nameJoiner.exec(place.text.slice(end))?.[0];
    if (joined === undefined) break;
    at = end + joined.length;
  }
  return names.length === 0 ? [] : said(names.join('、'), end);
};

const matter: Finder = ({ text, at }) => {
  const found = matterNumber.exec(text.slice(at));
  if (found === null || /^(?:\d|[一二三四五六七八九十])+$/u.test(found[0])) return [];
  // 1号请假: what it is about may belong to what is wanted.
  const alone = /^(?:#|第)?[\d一二三四五六七八九十]+(?:号|条|件)?/u.exec(found[0])?.[0] ?? found[0];
  const isShort = !/^[\d一二三四五六七八九十]+$/u.test(alone) && alone !== found[0];
  return [found[0], ...(isShort ? [alone] : [])].flatMap((text) =>
    said(digits(found[1] ?? ''), at + text.length),
  );
};

const item: Finder = ({ text, at, context }) => {
  const numbered = itemNumber.exec(text.slice(at));
  if (numbered !== null) return said(digits(numbered[1] ?? ''), at + numbered[0].length);
  const [titled] = context.rulebook.items
    .flatMap(({ number, title, aliases }) => [title, ...aliases].map((name) => ({ number, name })))
    .filter(({ name }) => text.startsWith(name, at))
    .sort((one, other) => other.name.length - one.name.length);
  if (titled === undefined) return [];
  const { number, name } = titled;
  return [{ written: String(number), end: at + name.length, free: 0, reason: name }];
};

const grade: Finder = ({ text, at, context }) =>
  context.rulebook.items
    .flatMap(({ grades }) => grades.map(({ label }) => label))
    .filter((label, index, all) => text.startsWith(label, at) && all.indexOf(label) === index)
    .map((label) => ({ written: label, end: at + label.length, free: 0 }));

const leaveKind: Finder = ({ text, at, context }) =>
  context.rulebook.leave.kinds
    .filter(({ label }) => text.startsWith(label, at))
    .map(({ label }) => ({ written: label, end: at + label.length, free: 0 }));

const activityKind: Finder = ({ text, at, context }) =>
  context.rulebook.activities.kinds.flatMap(({ label, aliases }) =>
    [label, ...aliases]
      .filter((name) => text.startsWith(name, at))
      .map((name) => ({ written: label, end: at + name.length, free: 0 })),
  );

/** A place as offices name them: 三楼会议室, 二楼, 社区广场. */
const place: Finder = ({ text, at }) => {
  const found =
    /^(?!在|地点)\p{Script=Han}{0,8}?\d{0,4}(?:会议室|楼|大厅|广场|礼堂|活动室|室|中心|社区|敬老院|公园|食堂|陵园|纪念馆|博物馆|展馆|基地|学校|党校|办公室|餐厅|村|院内|门口)(?:\p{Script=Han}{0,4}?(?:会议室|大厅|活动室|广场))?/u.exec(
      text.slice(at),
    );
  return found === null ? [] : said(found[0], at + found[0].length);
};

/** 献血: a thing that is only asked about. */
const anything: Finder = ({ text, at }) =>
  [2, 3, 4, 5, 6, 7, 8]
    .filter((length) => /^\p{Script=Han}+$/u.test(text.slice(at, at + length)) && at + length <= text.length)
    .map((length) => ({ written: '', end: at + length, free: 0 }));

const oneOf =
  (...choices: readonly string[]): Finder =>
  ({ text, at }) =>
    choices
      .filter((one) => text.startsWith(one, at))
      .map((one) => ({ written: one, end: at + one.length, free: 0 }));

/** One of the rulebook's words for it. */
const choice: Finder = (place) => oneOf(...(place.word.choices?.(place.context.rulebook) ?? []))(place);

const commandName: Finder = ({ text, at, commands }) =>
  commands.commands
    .map(({ name }) => name)
    .filter((name) => name.length > 1 && text.startsWith(name, at))
    .map((name) => ({ written: name, end: at + name.length, free: 0 }));

const document: Finder = ({ text, at }) => {
  const found = /^\p{Script=Han}{1,8}[〔[（(]20\d\d[〕\])）]\d{1,4}号/u.exec(text.slice(at));
  return found === null ? [] : said(found[0], at + found[0].length);
};

/** What is left of the sentence: every piece of it that can be somebody's reason. */
const freeText: Finder = ({ text, at, context, word, isOwnWords }) => {
  if (isOwnWords) {
    const words = withoutLead(text.slice(at));
    return words.length < 2 || /^(?:[了书会材的]|不了|[，,：:\s]*(?:是谁|略))/u.test(text.slice(at))
      ? []
      : [{ written: words, end: text.length, free: text.length - at, own: text.slice(at) }];
  }
  const names = context.facts.all('person').map(({ name }) => name);
  const kinds = context.rulebook.activities.kinds.map(({ label }) => label);
  const found: Filling[] = [];
  const ofOthers = ['理由', '要补充什么'].includes(word.label);
  if (!mayBegin(text.slice(0, at), text.slice(at))) return [];
  for (let end = at + 1; end <= text.length; end += 1) {
    // 被投诉一次: how often belongs to it.
    if (/^(?:[一两]次|[来去到上下](?!不))/u.test(text.slice(end))) continue;
    const reason = withoutEdges(text.slice(at, end));
    if (
      isReason(reason, end === text.length, ofOthers ? null : names) &&
      !kinds.some((label) => reason.includes(label))
    )
      found.push({
        ...{ written: reason, end, free: end - at },
        ...(ofOthers ? { own: reason } : {}),
      });
  }
  return found;
};

const finders: Readonly<Record<string, Finder>> = {
  活动: activitiesAt,
  '活动|@姓名': activityKind,
  姓名: oneName,
  '姓名…': severalNames,
  编号: matter,
  '编号…': matter,
  编号或公示号: matter,
  项号: item,
  级别: grade,
  '公出|病假|产假': leaveKind,
  日期: pastDay,
  日期时间: comingInstant,
  月份: month,
  '月份 [金额|撤销]|教育|拒交 [日期]': month,
  缴费: payment,
  哪次活动: activitiesAhead,
  假: ownLeave,
  我的假: anyLeave,
  待证: awaitedProof,
  某活动: mentionsOf,
  某事: anything,
  年份: year,
  年份或季度: span,
  季度或月份: quarter,
  类型: activityKind,
  地点: place,
  命令: commandName,
  文号: document,
  维持或成立: oneOf('维持', '成立'),
  '电话|当面': oneOf('电话', '当面'),
  '半年|全年|分类': oneOf('半年', '全年', '分类'),
  何人: anybody,
  '第1项 第2项 …': assessed,
  代办人: represented,
  代请: leaveFor,
};

function digits(written: string): string {
  return String(small[written] ?? Number(written));
}
