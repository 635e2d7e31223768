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
  says: [
    '(撤回|撤掉|撤销|撤){编号}[登记|申报|请假|申请]',
    '{编号}[登记|申报|申请][登记错|报错|填错|写错|弄错|搞错|重复|错](撤回|撤掉|撤销|作废|撤)',
    '{编号}(撤回|作废|撤销)[登记|申报|填|写|报|是](错|重复|重)',
  ],
  useCase: withdrawMatter,
  input: ({ number }) => ({ number }),
});
