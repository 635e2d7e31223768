import type { Clash } from '../../../app/attendance/cards.js';
import type { Announced } from '../../../app/attendance/says.js';
import type { View } from '../../../app/ports/voice.js';
import { audienceTitle, kindTitle } from '../../../words/activities.js';
import { fullDateTime } from '../../../words/dates.js';
import { personTitles } from '../../../words/persons.js';
import { activityTitle, activityWords, datedWords } from './activities.js';

export function announcedText(facts: Announced, view: View): string {
  const { activity, place, audience, due, required, topic } = facts;
  const people = `${audienceTitle(audience.kind === 'persons' ? personTitles(audience.persons, view.rulebook) : audience)}（${due}人）`;
  // 其他 names nothing: such an activity is called by what it is about.
  const name = activity.kind === 'other' && topic !== null ? topic : kindTitle(activity.kind, view.rulebook);
  const lines = [
    `活动通知：${name}，${fullDateTime(activity.at, view.today)}，${place}。`,
    required ? `应参加：${people}。` : `对象：${people}，自愿参加。`,
    ...(topic === null || topic === name ? [] : [`议题：${topic}`]),
    ...(required ? [`不能参加的请提前请假：“/请假 ${activityWords(activity, view)}”。`] : []),
  ];
  return lines.join('\n');
}

export function clashText(clash: Clash, view: View): string {
  const title = activityTitle(clash.activity, view);
  return clash.kind === 'sameTime'
    ? `请留意：同一时间还有${title}。`
    : `请留意：${clash.activity.by === 'number' ? '同一时间' : '同一天'}还有${title}，如是重复通知，请用“/取消活动 ${datedWords(clash.activity, view)} 原因”。`;
}
