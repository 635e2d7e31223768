import { word, type Word } from '../../define.js';
import { activityLabels, activityWord } from './activities.js';
import { yearOrQuarter, type YearOrQuarter } from '../dates/quarters.js';

/** What is exported: an activity, or all of a year or quarter. */
export interface ActivityOrSpan {
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
