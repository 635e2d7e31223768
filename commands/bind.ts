import { requestBinding } from '../src/app/roster/binding/bind.js';
import { defineCommand } from '../src/chat/define.js';
import { personName } from '../src/chat/words/people/names.js';

/** 绑定: a stranger says whose account this is; an officer who knows the person rules on it. */
export const command = defineCommand({
  name: '绑定',
  mistakenFor: ['注册', '登录', '我是'],
  summary: '把本账号对应到名册上的本人，由书记确认',
  words: { person: personName },
  examples: ['/绑定 张三'],
  useCase: requestBinding,
  input: ({ person }) => ({ person }),
});
