import { confirmClock } from '../src/app/status/clock.js';
import { defineCommand, form } from '../src/chat/define.js';

/** 时钟: the secretary confirms the machine's clock, so that jobs continue. */
export const command = defineCommand({
  name: '时钟',
  summary: '机器人问到时钟时，确认本机时钟正确',
  forms: [
    form({
      lead: '正确',
      words: {},
      examples: ['/时钟 正确'],
      useCase: confirmClock,
      input: () => ({}),
    }),
  ],
});
