import { showDetails } from '../src/app/points/standing.js';
import { defineCommand, form } from '../src/chat/define.js';
import { memberEver } from '../src/chat/words/people/names.js';
import { yearWord } from '../src/chat/words/plain.js';

const words = { year: yearWord.optional(), member: memberEver.optional(), laterYear: yearWord.optional() };

/** 明细: how a score came about, line by line; always answered in private. */
export const command = defineCommand({
  name: '明细',
  summary: '逐条查看积分的来由',
  discreet: true,
  forms: [
    form({
      lead: '图片',
      words,
      examples: ['/明细 图片'],
      useCase: showDetails,
      input: ({ member, year, laterYear }) => ({
        member: member ?? null,
        year: laterYear ?? year ?? null,
        picture: true,
      }),
    }),
    form({
      words,
      examples: ['/明细'],
      useCase: showDetails,
      input: ({ member, year, laterYear }) => ({
        member: member ?? null,
        year: laterYear ?? year ?? null,
        picture: false,
      }),
    }),
  ],
});
