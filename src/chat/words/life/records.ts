import type { LogbookSubject } from '../../../app/papers/logbook.js';
import { word, type Word } from '../../define.js';
import { activityLabels } from './kinds.js';
import { activityWord } from './which-activity.js';
import { findMemberEver } from '../people/find.js';
import { memberEver } from '../people/names.js';
import { yearOrQuarter, type YearOrQuarter } from '../dates/quarters.js';

const heldActivity = activityWord('record');

/** 支部大会, 支部大会@11-28, or the name of a member: @张三. */
export const recordSubject: Word<LogbookSubject> = word<LogbookSubject>('活动|@姓名', (input) => {
  const token = input.at < input.end ? input.tokens[input.at] : undefined;
  if (token === undefined || yearOrQuarter.read(input).kind === 'taken') return { kind: 'absent' };
  const isActivity = heldActivity.begins?.(token.text, input.context.rulebook) === true;
  if (!token.named && (isActivity || token.text.startsWith('#'))) {
    const read = heldActivity.read(input);
    return read.kind === 'taken' ? { ...read, value: { of: 'activity', activity: read.value } } : read;
  }
  if (!token.named && findMemberEver(input.context, token.text).kind === 'none') {
    const choices = [...activityLabels(input.context.rulebook), '@姓名', '年份', '季度'];
    return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '活动或姓名', choices } };
  }
  const read = memberEver.read(input);
  return read.kind === 'taken' ? { ...read, value: { of: 'member', member: read.value } } : read;
});

/** Of which time; one activity has its own. */
export const recordSpan: Word<YearOrQuarter> = word('年份或季度', (input) => {
  const subject = input.taken['subject'] as LogbookSubject | undefined;
  return subject?.of === 'activity' ? { kind: 'absent' } : yearOrQuarter.read(input);
});

/** What is exported: an activity, or all of a year or quarter. */
interface ActivityOrSpan {
  readonly activity?: number;
  readonly span?: YearOrQuarter;
}

const quarters = ['一季度', '二季度', '三季度', '四季度'];
const closedActivity = activityWord('archive');

/** 支部大会, 支部大会@11-28, 三季度, 2026 */
export const activityOrSpan: Word<ActivityOrSpan> = word<ActivityOrSpan>(
  '活动或期间',
  (input) => {
    const span = yearOrQuarter.read(input);
    if (span.kind === 'taken') return { ...span, value: { span: span.value } };
    const activity = closedActivity.read(input);
    return activity.kind === 'taken' ? { ...activity, value: { activity: activity.value } } : activity;
  },
  (rulebook) => [...activityLabels(rulebook), ...quarters],
);
