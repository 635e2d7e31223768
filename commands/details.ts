import { showDetails } from '../src/app/points/standing.js';
import { defineCommand } from '../src/chat/define.js';
import { memberName } from '../src/chat/words/names.js';
import { yearWord } from '../src/chat/words/plain.js';

/** 明细: how a score came about, line by line; always answered in private. */
export const command = defineCommand({
  name: '明细',
  summary: '逐条查看积分的来由',
  discreet: true,
  words: { year: yearWord.optional(), member: memberName.optional(), laterYear: yearWord.optional() },
  examples: ['/明细'],
  useCase: showDetails,
  input: ({ member, year, laterYear }) => ({ member: member ?? null, year: laterYear ?? year ?? null }),
});
