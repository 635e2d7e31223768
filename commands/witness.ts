import { bearWitness } from '../src/app/points/witness.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord } from '../src/chat/words/plain.js';

/** 证明: a witness confirms with his own account; nobody can do it for him by naming him. */
export const command = defineCommand({
  name: '证明',
  summary: '为他人的加分或减分作证明',
  words: { number: matterWord },
  examples: ['/证明 1'],
  useCase: bearWitness,
  input: ({ number }) => ({ number }),
});
