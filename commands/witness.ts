import { bearWitness } from '../src/app/points/witness.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord } from '../src/chat/words/plain.js';

/** 证明: witnesses confirm with their own account; being named is not enough. */
export const command = defineCommand({
  name: '证明',
  summary: '为他人的加分或减分作证明',
  each: 'always',
  words: { number: matterWord },
  examples: ['/证明 1'],
  useCase: bearWitness,
  input: ({ number }) => ({ number }),
});
