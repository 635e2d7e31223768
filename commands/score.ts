import { refuseRanking, showEverybodysScore } from '../src/app/points/everybody.js';
import { showScore } from '../src/app/points/standing.js';
import { defineCommand, form } from '../src/chat/define.js';
import { look, score, sent } from '../src/chat/plain/phrases.js';
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
        `<${look}&[我]&[今年|这季度|本季度|这个季度|到现在|上半年]&${score}&[查一下|看看|查查|是多少|查询|发我|来着]>`,
        `${look}[我]这一年[一共|总共|都](积|得|攒|有)[了](多少|几)分`,
        `<${look}&[我]&{年份}[的]&${score}&[查一下|看看|来着]>`,
        `<${look}&{姓名}[的]&[今年]&${score}&[查一下|看看|是多少|查询|发我|来着]>`,
        `${look}{姓名}的分${sent}`,
        '[我][的][今年]积分[现在](够不够|够|能不能|能|算不算|算)(评优|评先|评优秀|评先进|优秀|合格|及格|达标)[吗|不|么]',
        '[看一下|看看|看|查一下|查查|查下|查个|查|报一下|报|说说][我的|我]分',
        `<${look}&{姓名}[的]&{年份}[的]&${score}>`,
      ],
      reads: 'inPrivate',
      useCase: showScore,
      input: ({ member, year, laterYear }) => ({ member: member ?? null, year: laterYear ?? year ?? null }),
    }),
    form({
      lead: '全部',
      words: { year: yearWord.optional() },
      says: [
        `${look}(大家|所有人|全体党员|全部党员|每个人|全支部|每位党员|各位党员|全体|支部党员)[的|都|现在都|都是][今年]${score}`,
        `(所有党员|所有同志|每位同志|全部党员|大家|所有人|全体党员|全体|全支部|咱们支部|党员们|每个人)[的](积分|分数|得分|分)[都]`,
        `<${look}&(大家|所有人|全体党员|全部党员|每个人|全支部|每位党员|各位党员|各位同志|各位|全体|咱们支部|党员们)[的][今年]&[都]&(积分|分数|得分|分)[情况|表]&${sent}>`,
      ],
      reads: 'inPrivate',
      examples: ['/积分 全部', '/积分 全部 2025'],
      useCase: showEverybodysScore,
      input: ({ year }) => ({ year: year ?? null }),
    }),
    form({
      lead: ['排名', '名次'],
      words: {},
      says: [
        '[我][今年][积分|分数|分][在支部|在全支部][排](第几|第几名|多少名|几名|什么名次)',
        '(谁|哪个|哪位)[的](积分|分|分数|得分)[最](高|多|低|少)',
        '[看看|看一下|查一下][积分](排名|名次|排行|排行榜)',
      ],
      reads: 'inPrivate',
      examples: ['/积分 排名'],
      useCase: refuseRanking,
      input: () => ({}),
    }),
  ],
});
