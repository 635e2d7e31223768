import { giveUpLeave } from '../src/app/attendance/leave.js';
import { defineCommand } from '../src/chat/define.js';
import { leaveNumber } from '../src/chat/words/life/leave.js';
import { restText } from '../src/chat/words/plain.js';

/** 销假: one's own leave, before the activity closes. A reason is neither asked nor kept. */
export const command = defineCommand({
  name: '销假',
  summary: '撤销本人的请假',
  hidesWords: true,
  words: { number: leaveNumber, why: restText.optional() },
  examples: ['/销假 5'],
  useCase: giveUpLeave,
  input: ({ number }) => ({ number }),
});
