/** What the register says: counts for everybody, names for those who keep it. */
import type { ActivityRef } from '../../../domain/attendance/references.js';
import { stepTitles } from '../../../words/activities.js';
import { viewAt } from '../views.js';
import type { Counts, Lists } from '../../../app/attendance/cards.js';
import type { AttendanceSays, RollCalled } from '../../../app/attendance/says.js';
import type { View } from '../../../app/ports/voice.js';
import type { PersonRef } from '../../../domain/branch/people.js';
import { activityTitle, activityWords, numberWords } from './activities.js';
import { personTitle, personTitles } from '../../../words/persons.js';
import { itemTitle } from '../points/items.js';
import { signed } from '../../../words/items.js';

/** 应到12人,到10人,请假1人,未到1人; zeros are left out. */
export function countsText(counts: Counts): string {
  const { required, due, present, onLeave, absent, leavePending, unrecorded } = counts;
  if (!required) return `参加${present}人`;
  const rest: readonly (readonly [string, number])[] = [
    ['请假', onLeave],
    ['未到', absent],
    ['请假待批', leavePending],
    ['未登记', unrecorded],
  ];
  const parts = rest.filter(([, count]) => count > 0).map(([label, count]) => `，${label}${count}人`);
  return `应到${due}人，到${present}人${parts.join('')}`;
}

export function listsText(lists: Lists, { rulebook }: View): string {
  const rows: readonly (readonly [string, readonly PersonRef[]])[] = [
    ['到会', lists.present],
    ['列席', lists.guests],
    ['请假', lists.onLeave],
    ['缺席', lists.absent],
    ['未登记', lists.unrecorded],
  ];
  const pending = lists.leavePending.map(
    ({ person, number }) => `${personTitle(person, rulebook)}（#${number}）`,
  );
  return [
    ...rows
      .filter(([, persons]) => persons.length > 0)
      .map(([label, persons]) => `${label}：${personTitles(persons, rulebook)}`),
    ...(pending.length > 0 ? [`请假待批：${pending.join('、')}`] : []),
  ].join('\n');
}

export function rollCalledText(called: RollCalled, view: View): string {
  const {
    activity,
    isAsBefore,
    lists,
    early,
    keptOnLeave,
    leftPending,
    overridden,
    cameAfterAll,
    late,
    leftEarly,
    cameToo,
    settledBy,
  } = called;
  const names = (persons: readonly PersonRef[]) => personTitles(persons, view.rulebook);
  const words = activityWords(activity, view);
  const notes = [
    early ? '活动还没有开始，请核对日期。' : '',
    keptOnLeave.length > 0 ? `${names(keptOnLeave)}已准假，仍记请假。` : '',
    leftPending.length > 0
      ? `${names(leftPending)}请假待批，没有改动；如已到会，请“/点名 ${words} 到 ${leftPending[0]?.name ?? ''}”。`
      : '',
    cameAfterAll.length > 0 ? `由缺席改为到会：${names(cameAfterAll)}。` : '',
    overridden.length > 0 ? `${names(overridden)}原已签到，现按点名改为缺席，已告知本人。` : '',
    settledBy === null
      ? ''
      : `您本人的到会情况已由${personTitle(settledBy.by, view.rulebook)}同志登记为“${settledBy.present ? '到' : '缺'}”，没有改动；如有出入，请向该同志核对。`,
    late.length > 0 ? `${names(late)}迟到，按到会登记，不另记迟到。` : '',
    leftEarly.length > 0 ? `${names(leftEarly)}早退，按到会登记，不另记早退。` : '',
    // Said although nothing changed: else the same line typed again would look as if it had done something.
    isAsBefore ? '与原来的登记相同，没有改动。' : '',
    cameToo.length > 0 ? `${names(cameToo)}不在应到之列，记为列席。` : '',
  ].filter((note) => note !== '');
  const next = `登记完毕请“/结束 ${words}”。`;
  return [`已点名：${activityTitle(activity, view)}`, listsText(lists, view), ...notes, next]
    .filter((line) => line !== '')
    .join('\n');
}

export function closedText(
  { activity, lists, drafts, hours }: AttendanceSays['closedFor'],
  view: View,
): string {
  const rows = drafts.kept.map(
    (card) =>
      `#${card.number} ${personTitle(card.subject, view.rulebook)} ${itemTitle(card, view)} ${signed(card.points)}分`,
  );
  return [
    `已结束：${activityTitle(activity, view)}`,
    listsText(lists.kept, view),
    ...(rows.length > 0 ? ['已生成待认定：', ...rows] : ['没有需要认定的减分。']),
    stepsText(activity, view),
    hours === null
      ? ''
      : hours === 0
        ? `还没有记学时，补记例：/结束 ${numberWords(activity, view)} 学时 2`
        : `记${hours}学时，到会的同志都计入。`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The minutes have the same list to tick off. */
function stepsText({ kind, at }: Pick<ActivityRef, 'kind' | 'at'>, view: View): string {
  const steps = stepTitles(kind, viewAt(at, view).rulebook);
  return steps.length === 0 ? '' : `请核对程序：${steps.join('、')}；没有办的请补办，并写入纪要。`;
}
