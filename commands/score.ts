import { refuseRanking, showEverybodysScore } from '../src/app/points/everybody.js';
import { showScore } from '../src/app/points/standing.js';
import { defineCommand, form } from '../src/chat/define.js';
import { look } from '../src/chat/plain/phrases.js';
import { memberEver } from '../src/chat/words/people/names.js';
import { yearWord } from '../src/chat/words/plain.js';

/** 积分: one's own score; others' for those who keep or rule on points. */
export const command = defineCommand({
  name: '积分',
  mistakenFor: ['分数', '我的积分', '得分', '查分'],
  summary: '查看积分',
  forms: [
    form({
      words: { year: yearWord.optional(), member: memberEver.optional(), laterYear: yearWord.optional() },
      examples: ['/积分', '/积分 2025'],
      says: [
        `${look}[今年](多少分|几分|有几分|积分查询|考核得分|考核多少分|积了多少分|积多少分|还剩多少分|剩多少分|还有多少分|有多少分|多少积分|什么分数|积分是多少|积分有多少|积分多少|得分多少|得分是多少|积分|得分|分数|总分)[查一下|看看|查查|是多少]`,
        `${look}{年份}(多少分|几分|还剩多少分|剩多少分|还有多少分|有多少分|多少积分|什么分数|积分是多少|积分有多少|积分多少|得分多少|得分是多少|积分|得分|分数|总分)[查一下|看看]`,
        `${look}{姓名}[今年](多少分|几分|还剩多少分|剩多少分|还有多少分|有多少分|多少积分|什么分数|积分是多少|积分有多少|积分多少|得分多少|得分是多少|积分|得分|分数|总分)[查一下|看看|是多少]`,
        `${look}{姓名}{年份}(多少分|几分|还剩多少分|剩多少分|还有多少分|有多少分|多少积分|什么分数|积分是多少|积分有多少|积分多少|得分多少|得分是多少|积分|得分|分数|总分)`,
      ],
      reads: 'inPrivate',
      useCase: showScore,
      input: ({ member, year, laterYear }) => ({ member: member ?? null, year: laterYear ?? year ?? null }),
    }),
    form({
      lead: '全部',
      words: { year: yearWord.optional() },
      examples: ['/积分 全部', '/积分 全部 2025'],
      useCase: showEverybodysScore,
      input: ({ year }) => ({ year: year ?? null }),
    }),
    form({
      lead: ['排名', '名次'],
      words: {},
      examples: ['/积分 排名'],
      useCase: refuseRanking,
      input: () => ({}),
    }),
  ],
});
