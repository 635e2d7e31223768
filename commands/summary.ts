import { orderSummary } from '../src/app/papers/registers.js';
import { defineCommand } from '../src/chat/define.js';
import { send, sent } from '../src/chat/plain/phrases.js';
import { fixedWord } from '../src/chat/words/plain.js';
import { yearOrQuarter } from '../src/chat/words/dates/quarters.js';

/** 汇总表: annex 3 of the source as files to print and post; in private. */
export const command = defineCommand({
  name: '汇总表',
  mistakenFor: ['汇总', '积分表'],
  summary: '取积分汇总（公示）表（Word和Excel）',
  words: {
    span: yearOrQuarter.optional(),
    strokes: fixedWord('笔画').optional(),
    large: fixedWord('大字').optional(),
  },
  examples: ['/汇总表', '/汇总表 2026', '/汇总表 三季度', '/汇总表 2026 笔画', '/汇总表 三季度 大字'],
  says: [`${send}[{年份}]积分汇总[表]${sent}`, `${send}[{年份}](汇总表|公示表|积分表)${sent}`],
  reads: true,
  useCase: orderSummary,
  input: ({ span, strokes, large }) => ({
    span: span ?? null,
    order: strokes === true ? ('strokes' as const) : ('roster' as const),
    large: large === true,
  }),
});
