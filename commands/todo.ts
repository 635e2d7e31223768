import { listOpenMatters } from '../src/app/rulings/todo.js';
import { showMatter } from '../src/app/rulings/look.js';
import { defineCommand, form } from '../src/chat/define.js';
import { matterWord } from '../src/chat/words/plain.js';

/** 待办: what waits for the speaker, and what the speaker waits for; always in private. */
export const command = defineCommand({
  name: '待办',
  mistakenFor: ['待认定', '代办'],
  summary: '查看待您办理的和与您有关的事项，写编号的看其中一条',
  forms: [
    form({ words: {}, examples: ['/待办'], useCase: listOpenMatters, input: () => ({}) }),
    form({
      words: { number: matterWord },
      examples: ['/待办 3'],
      useCase: showMatter,
      input: ({ number }) => ({ number }),
    }),
  ],
});
