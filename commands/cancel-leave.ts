import { giveUpLeave } from '../src/app/attendance/leave.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord } from '../src/chat/words/plain.js';

/** 销假: one's own leave, before the activity is closed. */
export const command = defineCommand({
  name: '销假',
  summary: '撤销本人的请假',
  words: { number: matterWord },
  examples: ['/销假 5'],
  useCase: giveUpLeave,
  input: ({ number }) => ({ number }),
});
