import { activitiesAhead, activitiesAt, dayAt, mentionsOf } from './activities.js';
import type { Word } from '../../define.js';
import { probationaryLabel } from '../../../words/roster.js';
import type { Filling } from '../match.js';
import { anybody, assessed, leaveFor, represented } from './deeds.js';
import { matter, severalMatters } from './matters.js';
import { grade, item } from './items.js';
import { newInstant, shifted } from './moved.js';
import { pointsSaid } from './numbers.js';
import { keeper, newcomer, oneName, severalNames, speaker } from './persons.js';
import { deed, freeText } from './reasons.js';
import { anyLeave, awaitedProof, latestLeave, ownLeave, proofAbout, toBeHeard, unanswered } from './own.js';
import type { Finder, Place } from './place.js';
import { howAllCame, onlyNamed, whoCame, whoCameAndWhy } from './roll.js';
import { document, group, place, telephone, topic } from './written.js';
import { amount, comingInstant, month, recentMonths, pastDay, quarter, span, year } from './when.js';

/** Slots that are more than the label of a word: the beginning of the label of the word that they fill. */
export const specialSlots: Readonly<Record<string, string | null>> = {
  /** Not said: every activity ahead that it can be. */
  哪次活动: '活动',
  /** The number of the speaker's own leave, by its activity. */
  假: '编号',
  /** Not said: the speaker's only leave, or each of several. */
  我的假: '编号',
  请过的假: '编号',
  管考勤: null,
  /** Not said: what the speaker was asked to witness. */
  待证: '编号',
  /** Not said: the deduction that the speaker is to be heard about. */
  待说明: '编号',
  /** Whom one helped, on the roster or not. */
  何人: '姓名',
  /** Who has no account to say it with, and the leave that is asked for them. */
  代办人: '姓名',
  代请: '命令 …',
  /** 义务献血: a deed in whose words the rulebook names an item. */
  事项: '项号',
  /** 我18号去不了支部大会: the day that the activity, named elsewhere, must be on. */
  当天: null,
  /** Why somebody cannot come, behind the leave that is entered for them. */
  代事由: null,
  /** 加3分: what the item gives, or nothing is offered. */
  分: null,
  /** 9月党费我交了没有: a month that the answer shows among others. */
  某月: null,
  某季: null,
  某级: null,
  /** Why somebody takes something back: neither asked nor kept. */
  闲话: null,
  /** 13800000000, as /党员 修改 writes it. */
  手机号: '手机|入党时间',
  /** 4号，我没有…: the number of a deduction that the speaker is to be heard about. */
  待说明号: '编号',
  /** The speaker, who need not say so. */
  本人: '姓名',
  /** Whoever is not on the roster yet. */
  新名字: '姓名',
  /** 王芳去了: what the speaker was asked to witness, by whom it is about. */
  所证: '编号',
  /** A day that is said beside an activity. */
  某日: null,
  /** Not said: the month that runs, or the one before. */
  哪月: '月份',
  /** Only spoken of; the line has nothing of it. */
  某人: null,
  /** 50元: behind the month. */
  金额: null,
  某活动: null,
  某事: null,
  /** 推迟一天; 周五四点, 27号时间不变: a new time that keeps of the old one what is not said. */
  推移: '日期时间',
  新时间: '日期时间',
  /** Who came and who did not; said of everybody; beside leave or a cause; only named. */
  到会情况: null,
  全员情况: null,
  情况及原因: null,
  只有名字: null,
};

type Places = Map<number, readonly Filling[]>;
type Found = Map<Finder | Word<unknown>, Places>;
/** What slots were found to be in one sentence, by place: many ways of saying ask for the same. */
export type Known = Map<Finder, Found>;

/** Where a slot can end: its words as a line has them. */
export function fillingsOf(name: string, place: Place, known: Known): readonly Filling[] {
  const { label, choices } = place.word;
  const find = finders[name in specialSlots ? name : label] ?? (choices === undefined ? freeText : choice);
  // Some ask the word of the command, the others find the same for every command.
  const found = within(known, find, (): Found => new Map());
  const places = within(found, byWord.includes(find) ? place.word : find, (): Places => new Map());
  return within(places, place.at, () => find(place));
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const before = map.get(key);
  if (before !== undefined) return before;
  const made = make();
  map.set(key, made);
  return made;
}

/** 病假, 公假: what the rulebook calls leave. 生病 is why somebody asks for it. */
const leaveKind: Finder = ({ text, at, context }) =>
  context.rulebook.leave.kinds.flatMap(({ label, aliases }) =>
    [label, ...aliases.filter((alias) => alias.endsWith('假'))]
      .filter((name) => text.startsWith(name, at))
      .map((name) => ({ written: label, end: at + name.length, free: 0 })),
  );

const activityKind: Finder = ({ text, at, context }) =>
  context.rulebook.activities.kinds.flatMap(({ label, aliases }) =>
    [label, ...aliases]
      .filter((name) => text.startsWith(name, at))
      .map((name) => ({ written: label, end: at + name.length, free: 0 })),
  );

/** 献血: a thing that is only asked about; a deed of the rulebook is preferred. */
const anything: Finder = ({ text, at }) =>
  [2, 3, 4, 5, 6, 7, 8]
    .filter(
      (length) =>
        /^(?:(?![不没别无])\p{Script=Han})+$/u.test(text.slice(at, at + length)) &&
        at + length <= text.length,
    )
    .map((length) => ({ written: '', end: at + length, free: length + 1 }));

const oneOf =
  (...choices: readonly string[]): Finder =>
  ({ text, at }) =>
    choices
      .filter((one) => text.startsWith(one, at))
      .map((one) => ({ written: one, end: at + one.length, free: 0 }));

/** One of the rulebook's words for it. */
const choice: Finder = (place) => oneOf(...(place.word.choices?.(place.context.rulebook) ?? []))(place);

/** 机关党员, 机关: as a line may write it. */
const category: Finder = ({ text, at, context }) =>
  [...context.rulebook.categories.map(({ label }) => label), probationaryLabel]
    .flatMap((label) =>
      [label, label.replace('党员', ''), label.replace('党员', '的党员')].map((name) => ({ label, name })),
    )
    .filter(({ name }) => name.length > 1 && text.startsWith(name, at))
    .map(({ label, name }) => ({ written: label, end: at + name.length, free: 0 }));

const commandName: Finder = ({ text, at, commands }) =>
  commands.commands
    .map(({ name }) => name)
    .filter((name) => name.length > 1 && text.startsWith(name, at))
    .map((name) => ({ written: name, end: at + name.length, free: 0 }));

const byWord: readonly Finder[] = [
  ...[activitiesAt, activitiesAhead, leaveFor, choice, freeText, deed, commandName],
];

const finders: Readonly<Record<string, Finder>> = {
  活动: activitiesAt,
  '活动|@姓名': activityKind,
  姓名: oneName,
  '姓名…': severalNames,
  编号: matter,
  '编号…': severalMatters,
  编号或公示号: matter,
  项号: item,
  级别: grade,
  '公出|病假|产假': leaveKind,
  日期: pastDay,
  日期时间: comingInstant,
  月份: month,
  '月份 [金额|撤销]|教育|拒交 [日期]': month,
  哪次活动: activitiesAhead,
  假: ownLeave,
  我的假: anyLeave,
  请过的假: latestLeave,
  管考勤: keeper,
  待证: awaitedProof,
  所证: proofAbout,
  本人: speaker,
  新名字: newcomer,
  类别: category,
  待说明: unanswered,
  某活动: mentionsOf,
  哪月: recentMonths,
  某日: (place) => dayAt(place).map(({ end }) => ({ written: '', end, free: 0 })),
  某人: (place) => oneName(place).map(({ end }) => ({ written: '', end, free: 0 })),
  代事由: (place) => freeText(place).map((found) => ({ ...found, written: '', adds: found.written })),
  闲话: (place) => freeText(place).map((found) => ({ ...found, written: '', free: 0 })),
  手机号: telephone,
  分: pointsSaid,
  待说明号: (place) => matter(place).filter(({ written }) => Number(written) === toBeHeard(place.context)),
  某级: (place) => grade(place).map(({ end }) => ({ written: '', end, free: 0 })),
  某季: (place) => quarter(place).map(({ end }) => ({ written: '', end, free: 0 })),
  某月: (place) => month(place).map(({ end }) => ({ written: '', end, free: 0 })),
  事项: deed,
  当天: dayAt,
  党小组: group,
  金额: amount,
  某事: anything,
  推移: shifted,
  新时间: newInstant,
  到会情况: whoCame,
  全员情况: howAllCame,
  情况及原因: whoCameAndWhy,
  只有名字: onlyNamed,
  年份: year,
  年份或季度: span,
  季度或月份: quarter,
  类型: activityKind,
  地点: place,
  议题: topic,
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
