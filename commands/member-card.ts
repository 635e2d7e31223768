import { orderMemberCards, orderMemberCard } from '../src/app/papers/member.js';
import { defineCommand, form } from '../src/chat/define.js';
import { send, sent } from '../src/chat/plain/phrases.js';
import { memberEver } from '../src/chat/words/people/names.js';
import { yearWord } from '../src/chat/words/plain.js';

/** 党员卡: what the branch knows of a member on one page; all may take their own, in private. */
export const command = defineCommand({
  name: '党员卡',
  mistakenFor: ['信息卡', '党员信息卡'],
  summary: '取党员信息卡（Word）',
  note: '“全部”是名册上的每个人的，在一个文件里，每人另起一页，由记录员、书记取。',
  forms: [
    form({
      words: { year: yearWord.optional(), member: memberEver.optional(), laterYear: yearWord.optional() },
      examples: ['/党员卡', '/党员卡 张三', '/党员卡 张三 2026'],
      says: [`${send}[{姓名}](党员卡|党员信息卡|信息卡)${sent}`],
      reads: true,
      useCase: orderMemberCard,
      input: ({ member, year, laterYear }) => ({ member: member ?? null, year: laterYear ?? year ?? null }),
    }),
    form({
      lead: '全部',
      words: { year: yearWord.optional() },
      examples: ['/党员卡 全部', '/党员卡 全部 2026'],
      useCase: orderMemberCards,
      input: ({ year }) => ({ year: year ?? null }),
    }),
  ],
});
