import { confirmMatters } from '../src/app/rulings/confirm.js';
import { defineCommand } from '../src/chat/define.js';
import { dateWord } from '../src/chat/words/date-words.js';
import { matterWords } from '../src/chat/words/plain.js';

/** 确认: the ruling. Who may rule is decided in domain/rulings/four-eyes.ts and nowhere else. */
export const command = defineCommand({
  name: '确认',
  summary: '认定待办事项',
  words: { numbers: matterWords },
  keywords: { 会议: dateWord('past') },
  examples: ['/确认 1', '/确认 1 2', '/确认 3 会议 11月20日'],
  useCase: confirmMatters,
  input: ({ numbers, 会议: meetingOn }) => ({ numbers: [...numbers], meetingOn: meetingOn ?? null }),
});
