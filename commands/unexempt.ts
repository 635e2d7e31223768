import { proposeExemption } from '../src/app/roster/exemption/propose.js';
import { defineCommand } from '../src/chat/define.js';
import { memberName } from '../src/chat/words/people/names.js';
import { restText } from '../src/chat/words/plain.js';

/** 列入: the way back from 不列入, by the same steps. In private only. */
export const command = defineCommand({
  name: '列入',
  mistakenFor: ['恢复考核', '重新列入', '恢复列入'],
  summary: '提出某位党员重新列入积分考核',
  note: '先由本人私聊“/同意 编号”，再由书记或副书记中另一位认定；原有记录照旧计算。',
  discreet: true,
  hidesWords: true,
  words: { person: memberName, reason: restText.optional() },
  examples: ['/列入 张三 身体已恢复', '/列入 张三'],
  useCase: proposeExemption,
  input: ({ person, reason }) => ({ person, exempt: false, reason: reason ?? null }),
});
