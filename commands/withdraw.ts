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
    '{编号}[请假|加分|申报|登记](不要|不请|不用|不报)[了]，[帮我](撤回|撤|取消)[了]',
    '{编号}[我](撤回|撤掉|撤销|撤|收回)[了]，{闲话}',
    '<(撤回|撤掉|撤销|撤下|撤|作废|收回|取消|删掉|删除|删)&{编号}&[登记|申报|请假|申请|报]&[[材料|图片|照片|附件|证明](传错|发错|交错|附错|拿错|不对)|登记错|报错|填错|写错|弄错|搞错|记错|登错|登重|记重|报重|录重|录错|重复登记|重复|重|错|多余][人|了|项|名字|日期]>',
  ],
  useCase: withdrawMatter,
  input: ({ number }) => ({ number }),
});
