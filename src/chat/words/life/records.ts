import type { LogbookSubject } from '../../../app/papers/logbook.js';
import { word, type Word } from '../../define.js';
import { activityLabels, activityWord } from './activities.js';
import { findMemberEver, memberEver } from '../people/names.js';
import { yearOrQuarter, type YearOrQuarter } from '../dates/quarters.js';

const heldActivity = activityWord('record');

/** 支部大会, 支部大会@11-28, or the name of a member: @张三. */
export const recordSubject: Word<LogbookSubject> = word<LogbookSubject>('活动|@姓名', (input) => {
  const token = input.at < input.end ? input.tokens[input.at] : undefined;
  if (token === undefined || yearOrQuarter.read(input).kind === 'taken') return { kind: 'absent' };
  const [label = ''] = token.text.split('@');
  if (!token.named && activityLabels(input.context.rulebook).includes(label)) {
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
