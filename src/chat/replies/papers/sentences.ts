import type { PaperSays } from '../../../app/papers/says.js';
import { activityTitle, activityWords } from '../attendance/activities.js';
import { fullDate } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { yearOrQuarter } from '../../../words/periods.js';
import { partTitle, registerTitle } from '../../../words/roster.js';

/** What exists of a year whose result was imported. */
function insteadText(instead: 'summary' | 'form', year: number): string {
  return instead === 'summary'
    ? `有导入的全年考核结果，请发送：/汇总表 ${year}`
    : `有导入的本人全年考核结果，请发送：/考核表 ${year}`;
}

export const paperSentences: Sentences<PaperSays> = {
  activityRecord: ({ activity, closed }, view) =>
    `${activityTitle(activity, view)}的活动记录见附件。${closed ? '' : `登记还没有结束，结束请“/结束 ${activityWords(activity, view)}”。`}`,
  ahead: (span) => `${yearOrQuarter(span)}还没有到，没有可以打印的内容。`,
  before: ({ began, instead, ...span }, { today }) =>
    `${yearOrQuarter(span)}本支部还没有用机器人记录，没有可以打印的内容。${
      instead === null ? `记录从${fullDate(began, today)}开始。` : insteadText(instead, span.year)
    }`,
  logbook: ({ activities, ...span }) => `${yearOrQuarter(span)}党员活动记录本见附件，共${activities}次活动。`,
  memberCard: ({ person, year }, { rulebook }) =>
    `${personTitle(person, rulebook)}同志${year}年党员信息卡见附件。`,
  memberCards: ({ year, members }) => `${year}年党员信息卡见附件，按名册顺序，共${members}人，每人另起一页。`,
  memberForm: ({ person, year, settled }, { rulebook }) =>
    `${personTitle(person, rulebook)}同志${year}年考核表见附件。${settled ? '' : '考核结果在年度评定以后填上。'}`,
  memberForms: ({ year, members, settled }) =>
    `${year}年考核表见附件，按名册顺序，共${members}人，每人另起一页。${settled ? '' : '考核结果在年度评定以后填上。'}`,
  memberLogbook: ({ person, ...span }, { rulebook }) =>
    `${personTitle(person, rulebook)}同志${yearOrQuarter(span)}参加活动记录见附件。`,
  nobodyThen: ({ year, scored }) =>
    `${year}年${scored ? '没有参加积分考核的党员' : '名册上没有党员'}，没有可以打印的内容。`,
  notYours: () => '您可以取本人的，不写姓名直接发送即可。他人的由记录员和书记办理。',
  nothingHeld: (span) => `${yearOrQuarter(span)}没有已结束登记的活动，没有可以打印的内容。`,
  recordNotYours: () => '一次活动的记录由记录员和书记取用。您本人参加活动的情况，请直接发送“/活动记录”。',
  register: ({ register, part, ...span }, view) =>
    `${yearOrQuarter(span)}${registerTitle(register, part === null ? undefined : partTitle(part, view.rulebook))}见附件。`,
  summary: (told) =>
    [
      `${yearOrQuarter(told)}积分汇总（公示）表见附件`,
      ...(told.order === 'strokes' ? ['按姓氏笔画排列'] : []),
      ...(told.large ? ['大字版，供公开栏张贴'] : []),
    ].join('，') + '。打印后请签字、盖章。',
};
