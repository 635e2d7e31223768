import { orderMemberCard } from '../src/app/papers/member-card.js';
import { defineCommand } from '../src/chat/define.js';
import { memberEver } from '../src/chat/words/names.js';
import { yearWord } from '../src/chat/words/plain.js';

/** 党员卡: what the branch knows of a member on one page; everybody takes his own, in private. */
export const command = defineCommand({
  name: '党员卡',
  mistakenFor: ['信息卡', '党员信息卡'],
  summary: '取党员信息卡(Word)',
  words: { year: yearWord.optional(), member: memberEver.optional(), laterYear: yearWord.optional() },
  examples: ['/党员卡', '/党员卡 张三', '/党员卡 张三 2026'],
  useCase: orderMemberCard,
  input: ({ member, year, laterYear }) => ({ member: member ?? null, year: laterYear ?? year ?? null }),
});
