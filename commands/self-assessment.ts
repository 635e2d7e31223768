import { selfAssess } from '../src/app/year/self-assess.js';
import { defineCommand } from '../src/chat/define.js';
import { look } from '../src/chat/plain/phrases.js';
import { yearWord } from '../src/chat/words/plain.js';
import { assessmentWord } from '../src/chat/words/year/year.js';

/** 自评: a member's own points for the base items. Never moves the score. */
export const command = defineCommand({
  name: '自评',
  summary: '按考核表的基础项自评，不改变积分',
  note: '依次写各项的分数，分几部分计的可写总数，也可写成 5+5+5。支部评定之前可以重新填写；只答复本人。',
  discreet: true,
  words: { year: yearWord.optional(), points: assessmentWord.optional() },
  examples: [
    '/自评 20 10 10 30 15 15',
    '/自评 20 10 10 30 5+5+5 15',
    '/自评 2026 20 10 10 30 15 15',
    '/自评',
  ],
  act: '填写自评',
  says: [
    '[报|交|填|登记]自评[分|分数|打分|得分][是|为]{points}',
    `${look}自评[多少分|几分|情况|填没填|填了吗|填了没有]`,
  ],
  reads: true,
  useCase: selfAssess,
  input: ({ year, points }) => ({
    year: year ?? null,
    points: points?.map((parts) => [...parts]) ?? null,
  }),
});
