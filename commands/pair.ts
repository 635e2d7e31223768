import { recordPairing } from '../src/app/year/follow-ups.js';
import { defineCommand } from '../src/chat/define.js';
import { memberName } from '../src/chat/words/people/names.js';

/** 结对: paired assistance. Both hear of it in private. */
export const command = defineCommand({
  name: '结对',
  mistakenFor: ['帮扶', '结对帮扶'],
  hidesWords: true,
  summary: '登记结对帮扶，先写受帮扶的同志',
  note: '只在私聊里办理。两位同志会收到私信。',
  discreet: true,
  words: { person: memberName, partner: memberName },
  examples: ['/结对 张三 王芳'],
  useCase: recordPairing,
  input: ({ person, partner }) => ({ person, partner }),
});
