import { proposeExemption } from '../src/app/roster/exemption/propose.js';
import { defineCommand } from '../src/chat/define.js';
import { memberName } from '../src/chat/words/people/names.js';
import { restText } from '../src/chat/words/plain.js';

/** 不列入: exempts a member from scoring, with their consent and a ruling. In private only. */
export const command = defineCommand({
  name: '不列入',
  mistakenFor: ['免考核', '免考', '豁免'],
  summary: '提出某位党员不列入积分考核',
  note: '年老体弱、长期患病、行动不便的，先由本人私聊“/同意 编号”，再由书记或副书记中另一位认定；原因不公开，可以恢复。',
  discreet: true,
  hidesWords: true,
  words: { person: memberName, reason: restText.optional() },
  examples: ['/不列入 张三 年老体弱', '/不列入 张三'],
  useCase: proposeExemption,
  input: ({ person, reason }) => ({ person, exempt: true, reason: reason ?? null }),
});
