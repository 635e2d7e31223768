import { refuseRanking, showEverybodysScore } from '../src/app/points/everybody.js';
import { showScore } from '../src/app/points/standing.js';
import { defineCommand, form } from '../src/chat/define.js';
import { look, score } from '../src/chat/plain/phrases.js';
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
        `<${look}&[我]&[今年]&${score}&[查一下|看看|查查|是多少|查询|发我|来着]>`,
        `<${look}&[我]&{年份}[的]&${score}&[查一下|看看|来着]>`,
        `<${look}&{姓名}[的]&[今年]&${score}&[查一下|看看|是多少|查询|发我|来着]>`,
        `${look}{姓名}的分`,
        `<${look}&{姓名}[的]&{年份}[的]&${score}>`,
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
