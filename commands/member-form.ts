import { orderMemberForm } from '../src/app/papers/member-form.js';
import { defineCommand } from '../src/chat/define.js';
import { memberEver } from '../src/chat/words/names.js';
import { yearWord } from '../src/chat/words/plain.js';

/** 考核表: annex 2 of the source as a file; everybody takes his own, in private. */
export const command = defineCommand({
  name: '考核表',
  mistakenFor: ['考核'],
  summary: '取党员管理考核表(Word)',
  words: { year: yearWord.optional(), member: memberEver.optional(), laterYear: yearWord.optional() },
  examples: ['/考核表', '/考核表 张三', '/考核表 张三 2026'],
  useCase: orderMemberForm,
  input: ({ member, year, laterYear }) => ({ member: member ?? null, year: laterYear ?? year ?? null }),
});
