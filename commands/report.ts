import { showReport } from '../src/app/life/report.js';
import { defineCommand } from '../src/chat/define.js';
import { yearWord } from '../src/chat/words/plain.js';
import { reportScope } from '../src/chat/words/report.js';

/** 报告: the figures of the half-year check and of the yearly reports; answered in private. */
export const command = defineCommand({
  name: '报告',
  mistakenFor: ['总结', '汇报'],
  summary: '查看半年检查、全年和分类管理的数据',
  words: { scope: reportScope, year: yearWord.optional() },
  examples: ['/报告 半年', '/报告 全年', '/报告 分类', '/报告 全年 2025'],
  useCase: showReport,
  input: ({ scope, year }) => ({ scope, year: year ?? null }),
});
