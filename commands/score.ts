import { showScore } from '../src/app/points/standing.js';
import { defineCommand } from '../src/chat/define.js';
import { memberEver } from '../src/chat/words/people/names.js';
import { yearWord } from '../src/chat/words/plain.js';

/** 积分: one's own score; others' for those who keep or rule on points. */
export const command = defineCommand({
  name: '积分',
  summary: '查看积分',
  words: { year: yearWord.optional(), member: memberEver.optional(), laterYear: yearWord.optional() },
  examples: ['/积分', '/积分 2025'],
  useCase: showScore,
  input: ({ member, year, laterYear }) => ({ member: member ?? null, year: laterYear ?? year ?? null }),
});
