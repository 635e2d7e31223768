import { showDetails } from '../src/app/points/standing.js';
import { defineCommand, form } from '../src/chat/define.js';
import { look, sent } from '../src/chat/plain/phrases.js';
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
      says: [
        `<${look}&[我]&[今年]&(积分|加减分|加扣分|加分扣分|加分减分|加分|减分|扣分|得分|分数)[的](积分明细|加减分明细|明细|都有哪些|有哪些|记录|情况)&${sent}>`,
        `${look}[今年][积分|分|分数][是|都是](怎么来|怎么算|咋来|怎么算出来|从哪来|怎么扣|怎么加|怎么得|咋扣)[的][${look}[明细]${sent}]`,
        '[今年](为什么|为啥|怎么|因为什么|因为啥)[都][被|给](扣|减)[了][多少|几|2|3|5|10|两|三|五|十]分[扣分]',
        '[我][今年][都|一共|总共]加了(几|多少)分[，][又]扣了(几|多少)分',
        '[我][的](加分减分|加减分|加分|减分|扣分|积分|分|分数)(明细|流水|怎么来|咋来|哪来|哪儿来|从哪儿来|怎么得)[的]',
        `<${look}&[今年]&明细&${sent}>`,
        '{姓名}[今年|最近][都|一共|总共]有(哪些|什么|几项|几个|多少|啥)(加分|扣分|减分|加减分)[项|项目|记录]',
        '{姓名}[的](加分减分|加减分|加分|减分|扣分|积分)[的](明细|记录|流水|情况|清单)',
        `<${look}&{姓名}[的]&[今年]&明细&${sent}>`,
        `${look}{姓名}[的][今年][积|得]分[都]是(怎么|咋|从哪|从哪儿|哪)来[的]`,
        `<${look}&{姓名}[的]&[今年]&(积分|得分|加分|扣分|加减分|分数)(情况|明细|记录)&${sent}>`,
        `${look}{姓名}[今年][都|一共|总共](加|扣|减)[过](哪些|多少|几)分`,
        '[今年][都](哪里|哪儿|哪些地方|哪几处|什么地方)[都][给我|给](加|扣|减)[了][加|扣|减]分(加|扣|减)[了]分',
        `<[我][今年][都|一共]有(哪些|什么|几项|几个|多少|啥)(加分|扣分|减分|加减分)[项|项目]&${sent}>`,
        `[我][今年](怎么|为什么|咋|为啥)[又|就|一下子](掉|少|丢|没|降|减)[了](几|多少|1|2|3|5|10|两|三|五|十)分`,
        '[我][今年|最近|上半年|这个季度][都|一共|总共|到底|是][被|给](加|扣|减)[过](什么|哪些|多少|几|哪几|啥)[项|条|个|次]分',
        '(加|扣|减)我[的]分[的][是](哪|什么|啥)[一](条|项|事|原因|件事)',
        '我[的][积]分[是|咋|怎么|为什么|为啥](少|掉|低)[这么多|几分]',
        `${look}{姓名}[今年][是](怎么|为什么|因为什么|因为啥|咋|哪里|哪项|哪几项)[被](扣|加|减)[的|了]分`,
        '{姓名}[今年](为什么|为啥|怎么|因为什么)[被](扣|减)分',
        '[今年][都](加|扣|减)[了|过](哪些|多少)分',
        '[今年](有没有|有)(被扣|扣|减|加)[了|过]分[没|没有|吗]',
        '[今年][有没有](被扣|扣|减|加)[了|过]分(没|没有|吗)',
        '[今年][都](哪里|哪些地方|哪几处|什么地方|哪儿|哪项|哪一项|哪几项|因为什么|因为啥|为什么|为啥)[被](加|扣|减)[了|的]分[加分|扣分|减分]',
        `<${look}&{姓名}&[今年]&(积分|加减分|加分|减分|扣分|得分|分数|的)[的](积分明细|明细|都有哪些|有哪些|记录|情况)&${sent}>`,
      ],
      reads: true,
      useCase: showDetails,
      input: ({ member, year, laterYear }) => ({
        member: member ?? null,
        year: laterYear ?? year ?? null,
        picture: false,
      }),
    }),
  ],
});
