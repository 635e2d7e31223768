import { listOpenMatters } from '../src/app/rulings/todo.js';
import { defineCommand } from '../src/chat/define.js';

/** 待办: what waits for the speaker, and what the speaker waits for; always in private. */
export const command = defineCommand({
  name: '待办',
  mistakenFor: ['待认定', '代办'],
  summary: '查看待您办理的和与您有关的事项',
  words: {},
  examples: ['/待办'],
  useCase: listOpenMatters,
  input: () => ({}),
});
