import { publishNow } from '../src/app/notices/publish.js';
import { defineCommand } from '../src/chat/define.js';
import { periodWord } from '../src/chat/words/dates/quarters.js';

/** 公示: publishes a period now, and lets go what 暂缓 held back. */
export const command = defineCommand({
  name: '公示',
  mistakenFor: ['公布', '发布'],
  summary: '现在公示积分，或解除暂缓',
  words: { period: periodWord.optional() },
  examples: ['/公示', '/公示 三季度', '/公示 2026 三季度'],
  useCase: publishNow,
  input: ({ period }) => ({ period: period ?? null }),
});
