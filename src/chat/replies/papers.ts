import type { PaperSays } from '../../app/papers/says.js';
import type { QuarterNumber } from '../../domain/period/quarter.js';
import { fullDate, quarterTitle } from './dates.js';
import { personTitle } from './persons.js';
import type { Sentences } from './sentences.js';

/** 2026年, 2026年三季度 */
export function spanTitle({
  year,
  quarter,
}: {
  readonly year: number;
  readonly quarter: number | null;
}): string {
  return quarter === null ? `${year}年` : quarterTitle({ year, quarter: quarter as QuarterNumber });
}

export const paperSentences: Sentences<PaperSays> = {
  memberForm: ({ person, year, settled }, { rulebook }) =>
    `${personTitle(person, rulebook)}同志${year}年考核表见附件。${settled ? '' : '考核结果在年度评定以后填上。'}`,
  summary: (told) =>
    [
      `${spanTitle(told)}积分汇总(公示)表见附件`,
      ...(told.order === 'strokes' ? ['按姓氏笔画排列'] : []),
      ...(told.large ? ['大字版,供公开栏张贴'] : []),
    ].join(',') + '。打印后请签字、盖章。',
  notYours: () => '您可以取本人的,不写姓名直接发送即可。他人的由记录员和书记办理。',
  ahead: (span) => `${spanTitle(span)}还没有到,没有可以打印的内容。`,
  before: ({ began, ...span }, { today }) =>
    `${spanTitle(span)}本支部还没有用机器人记录,没有可以打印的内容。记录从${fullDate(began, today)}开始。`,
};
