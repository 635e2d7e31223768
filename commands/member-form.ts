import { orderMemberForms, orderMemberForm } from '../src/app/papers/member.js';
import { defineCommand, form } from '../src/chat/define.js';
import { send, sent } from '../src/chat/plain/phrases.js';
import { memberEver } from '../src/chat/words/people/names.js';
import { yearWord } from '../src/chat/words/plain.js';

/** 考核表: annex 2 of the source as a file; all may take their own, in private. */
export const command = defineCommand({
  name: '考核表',
  mistakenFor: ['考核'],
  summary: '取党员管理考核表（Word）',
  note: '“全部”是参加考核的每个人的，在一个文件里，每人另起一页，由记录员、书记取。',
  forms: [
    form({
      words: { year: yearWord.optional(), member: memberEver.optional(), laterYear: yearWord.optional() },
      examples: ['/考核表', '/考核表 张三', '/考核表 张三 2026'],
      says: [`${send}[{姓名}][{年份}]考核表${sent}`],
      reads: true,
      useCase: orderMemberForm,
      input: ({ member, year, laterYear }) => ({ member: member ?? null, year: laterYear ?? year ?? null }),
    }),
    form({
      lead: '全部',
      words: { year: yearWord.optional() },
      examples: ['/考核表 全部', '/考核表 全部 2026'],
      useCase: orderMemberForms,
      input: ({ year }) => ({ year: year ?? null }),
    }),
  ],
});
