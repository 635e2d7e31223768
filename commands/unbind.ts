import { unbindAccount } from '../src/app/roster/binding/bind.js';
import { defineCommand } from '../src/chat/define.js';
import { personName } from '../src/chat/words/people/names.js';
import { matterWord } from '../src/chat/words/plain.js';

/** 解绑: the account of a lost phone no longer speaks for anybody. */
export const command = defineCommand({
  name: '解绑',
  mistakenFor: ['注销', '挂失'],
  summary: '停用某人的一个账号（手机遗失、换号）',
  note: '本人的账号不能自己停用，书记的由副书记或上级办理；停用后可用新账号重新“/绑定 姓名”。',
  words: { person: personName, which: matterWord.optional() },
  examples: ['/解绑 张三', '/解绑 张三 1'],
  useCase: unbindAccount,
  input: ({ person, which }) => ({ person, which: which ?? null }),
});
