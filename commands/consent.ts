import { giveConsent } from '../src/app/roster/consent.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord } from '../src/chat/words/plain.js';

/** 同意: a person's own word, without which nobody exempts them or gives an officer a second account. */
export const command = defineCommand({
  name: '同意',
  summary: '同意对本人的考核安排，或者同意启用另一个账号，之后才能认定',
  discreet: true,
  hidesWords: true,
  words: { number: matterWord },
  examples: ['/同意 3'],
  useCase: giveConsent,
  input: ({ number }) => ({ number }),
});
