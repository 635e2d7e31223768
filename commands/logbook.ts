import { orderLogbook } from '../src/app/papers/logbook.js';
import { defineCommand } from '../src/chat/define.js';
import { send, sent } from '../src/chat/plain/phrases.js';
import { recordSpan, recordSubject } from '../src/chat/words/life/records.js';

/** 活动记录: one activity, the book of a year or quarter, or what one member took part in; in private. */
export const command = defineCommand({
  name: '活动记录',
  mistakenFor: ['活动记录本', '记录本', '会议记录'],
  summary: '取党员活动记录本（Word）',
  note: '写活动，是这一次的记录；写“@姓名”，是这位党员参加活动的情况；都不写，是全年或一个季度的记录本（党员取到的是本人的）。',
  words: { subject: recordSubject.optional(), span: recordSpan.optional() },
  examples: ['/活动记录', '/活动记录 支部大会', '/活动记录 2026', '/活动记录 三季度', '/活动记录 @张三 2026'],
  says: [
    `${send}[{span}][的](活动记录[本]|会议记录|记录本)${sent}`,
    `${send}{活动}[的](活动记录|会议记录|记录)${sent}`,
  ],
  reads: true,
  useCase: orderLogbook,
  input: ({ subject, span }) => ({ subject: subject ?? null, span: span ?? null }),
});
