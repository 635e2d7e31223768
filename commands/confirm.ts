import { confirmAll, confirmMatters } from '../src/app/rulings/confirm.js';
import { defineCommand, form } from '../src/chat/define.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';
import { fixedWord, matterWords } from '../src/chat/words/plain.js';

/** 确认: the ruling. Who may rule is decided in domain/rulings/four-eyes.ts and nowhere else. */
export const command = defineCommand({
  name: '确认',
  mistakenFor: ['认定', '批准', '通过'],
  summary: '认定待办事项',
  note: '本人、登记人和证明人不能认定；书记须回避时由副书记认定，支部内无人可以认定时由上级认定。',
  forms: [
    form({
      lead: '全部',
      words: { yes: fixedWord('是').optional() },
      examples: ['/确认 全部', '/确认 全部 是'],
      useCase: confirmAll,
      input: ({ yes }) => ({ yes: yes === true }),
    }),
    form({
      words: { numbers: matterWords },
      keywords: { 会议: dateWord('past') },
      examples: ['/确认 1', '/确认 1 2', '/确认 3 会议 11月20日'],
      useCase: confirmMatters,
      input: ({ numbers, 会议: meetingOn }) => ({ numbers: [...numbers], meetingOn: meetingOn ?? null }),
    }),
  ],
});
