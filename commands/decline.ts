import { declineConsent } from '../src/app/roster/consent.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord } from '../src/chat/words/plain.js';

/** 不同意: the member's answer that ends the matter, until it is ruled. */
export const command = defineCommand({
  name: '不同意',
  mistakenFor: ['反对'],
  summary: '不同意对本人的考核安排，或者不同意启用另一个账号，认定前都可以',
  discreet: true,
  hidesWords: true,
  words: { number: matterWord },
  examples: ['/不同意 3'],
  useCase: declineConsent,
  input: ({ number }) => ({ number }),
});
