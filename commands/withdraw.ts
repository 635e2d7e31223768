import { withdrawMatter } from '../src/app/rulings/withdraw.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord } from '../src/chat/words/plain.js';

/** 撤回: proposers take back a matter before it is ruled. */
export const command = defineCommand({
  name: '撤回',
  mistakenFor: ['撤销', '取消'],
  summary: '撤回自己登记、尚未认定的事项',
  each: 'always',
  words: { number: matterWord },
  examples: ['/撤回 3'],
  useCase: withdrawMatter,
  input: ({ number }) => ({ number }),
});
