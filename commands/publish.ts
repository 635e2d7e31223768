import { recordPosting } from '../src/app/notices/post.js';
import { publishNow } from '../src/app/notices/publish.js';
import { defineCommand, form } from '../src/chat/define.js';
import { pastDayFirst } from '../src/chat/words/dates/date-words.js';
import { periodWord } from '../src/chat/words/dates/quarters.js';
import { textNamed } from '../src/chat/words/plain.js';
import { noticeWord } from '../src/chat/words/rules/objections.js';

/** 公示: publishes a period now, and lets go what 暂缓 held back; records when and where a sheet was put up. */
export const command = defineCommand({
  name: '公示',
  mistakenFor: ['公布', '发布'],
  byCopy: true,
  act: '公示积分',
  summary: '现在公示积分，或解除暂缓；登记公示表的张贴、宣读',
  note: '公示方式是公示栏或会议的（/细则 公示方式），积分表私下发给书记和记录员；张贴、宣读以后登记日期和地点，群里只告知一句，不列分数。',
  forms: [
    form({
      words: { period: periodWord.optional() },
      examples: ['/公示', '/公示 三季度', '/公示 2026 三季度'],
      says: ['<(公示|公布|发布|发一下|发|挂出来|公示出去)&{季度}[的]&[积分|考核]&[公示]>'],
      useCase: publishNow,
      input: ({ period }) => ({ period: period ?? null }),
    }),
    form({
      lead: ['已张贴', '张贴'],
      words: { notice: noticeWord.optional(), on: pastDayFirst, at: textNamed('地点') },
      examples: ['/公示 已张贴 10月9日 一楼公示栏'],
      useCase: recordPosting,
      input: ({ notice, on, at }) => ({ how: 'board' as const, notice: notice ?? null, on, at }),
    }),
    form({
      lead: ['已宣读', '宣读'],
      words: { notice: noticeWord.optional(), on: pastDayFirst, at: textNamed('会议') },
      examples: ['/公示 已宣读 10月9日 支部大会'],
      useCase: recordPosting,
      input: ({ notice, on, at }) => ({ how: 'meeting' as const, notice: notice ?? null, on, at }),
    }),
  ],
});
