import { claimAccount } from '../src/app/roster/binding/claim.js';
import { defineCommand } from '../src/chat/define.js';
import { personName } from '../src/chat/words/people/names.js';
import { claimCodeWord } from '../src/chat/words/people/roster.js';

/** 认领: the first officers bind their accounts with the code that start-up printed. */
export const command = defineCommand({
  name: '认领',
  summary: '用一次性认领码启用书记、上级或工委的账号',
  words: { code: claimCodeWord, person: personName.optional() },
  examples: ['/认领 482913'],
  useCase: claimAccount,
  input: ({ code, person }) => ({ code, person: person ?? null }),
});
