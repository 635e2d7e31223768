import { enterAllPayments } from '../src/app/dues/enter-all.js';
import { enterDues } from '../src/app/dues/enter.js';
import { setDuesStandard } from '../src/app/dues/standard.js';
import { showDues } from '../src/app/dues/show.js';
import { defineCommand, form } from '../src/chat/define.js';
import { allPaid, look, othersPaid } from '../src/chat/plain/phrases.js';
import { duesWords, monthWord } from '../src/chat/words/life/dues.js';
import { amountWord } from '../src/chat/words/people/care.js';
import { memberEver, memberName, personNames } from '../src/chat/words/people/names.js';

/** 党费: the register of dues. Answered in private: the group never hears who has not paid. */
export const command = defineCommand({
  name: '党费',
  mistakenFor: ['缴费', '交党费', '缴党费'],
  act: '登记党费',
  summary: '登记和查看党费',
  note: '记录员登记，书记可以更正；其他党员看本人的。金额以元为单位，可以不写。登记错了写“撤销”。教育、拒交须如实登记日期，是拖欠党费按一票否决办理的前提。“标准”记录核定的每月金额，不作计算。',
  discreet: true,
  forms: [
    form({
      lead: ['全缴', '全交'],
      words: { month: monthWord },
      keywords: { 除: { ...personNames, spoken: ['除了', '除'] } },
      examples: ['/党费 全缴 2026-12', '/党费 全缴 2026-12 除 张三、王芳'],
      says: [
        `<{月份}[的|份]&[(大家|全体党员|全支部|所有人|全员)的]党费&[大家|全体党员|全支部|所有人|全员]${allPaid}[除了|除]>`,
        `[大家|全体党员|全支部|所有人|全员][的]党费[大家|全体党员|所有人|同志们]${allPaid}{哪月}`,
        `<{月份}[的|份]&党费&[只有|只剩|就剩|就差|只差|就|只|差]{除}[还|一个人|一个|一人|同志]没[有](交|缴|交上|交来)&[其他人|其它人|其余人|其余|别人|大家|其他同志]&${othersPaid}>`,
        `<{月份}[的|份]&党费&(除了|除){除}[外|以外|之外|没交]&[其他人|其它人|其余人|其余|别人|大家|其他同志]&${othersPaid}>`,
      ],
      useCase: enterAllPayments,
      input: ({ month, 除: except }) => ({ month, except: [...(except ?? [])] }),
    }),
    form({
      lead: '标准',
      words: { person: memberName, amount: amountWord },
      examples: ['/党费 标准 张三 60'],
      useCase: setDuesStandard,
      input: ({ person, amount }) => ({ person, amount }),
    }),
    form({
      words: { person: memberEver, words: duesWords },
      examples: [
        '/党费 张三 2026-12 50',
        '/党费 张三 2026-12 撤销',
        '/党费 张三 教育 11月10日',
        '/党费 张三 拒交 11月20日',
      ],
      says: [
        '<[登记|记|记录]&{姓名}&[今天|昨天|刚才|刚刚|刚|上午|下午]&{月份}[的|份]&(交上来|交来|交过来|已交|已缴|交|缴|补交|补缴|收到|收讫|收|缴纳|交纳|缴清|交清)&党费&[{金额}]>',
        '<(登记|记|记录|录入)[一笔|一下|个]&{姓名}&{月份}[的|份]&党费&[{金额}]>',
        '{姓名}{月份}[的|份]党费{金额}',
      ],
      useCase: enterDues,
      input: ({ person, words }) => ({ ...words, person }),
    }),
    form({
      words: { person: memberEver },
      examples: ['/党费 张三'],
      says: [
        `<${look}&{姓名}&[的][这几个月|最近|这个月|上个月|本月|近几个月|[{某月}]的|这月]党费&[今年]&[(交没交|交|缴)[清|齐|没交|到][了|过]|(几月|哪个月|哪月|多少)|情况|记录|缴纳情况|交纳情况|怎么样|查询]&[到[了](几月|哪个月|哪月)]&[吗|没有|没]>`,
      ],
      reads: true,
      useCase: showDues,
      input: ({ person }) => ({ person }),
    }),
    form({
      words: {},
      examples: ['/党费'],
      says: [
        `<${look}&[我]&党费&[今年]&[还](欠|差|该)[着]&[哪几个月|哪个月|几个月|多少]>`,
        `<${look}&[我]&党费&[今年]&[(交没交|交|缴)[清|齐|没交|到|上][了|过]|情况|记录|缴纳情况|交纳情况|怎么样|查询]&[到[了](几月|几月份|哪个月|哪月)|几个月|多少]&[吗|没有|没]>`,
        `<${look}&[我]&{某月}[的|份]&党费&(交没交|缴没缴|[有没有|已经|都](交|缴)[清|齐|上][过](吗|没有|没|么))>`,
        '(谁|哪些人|哪些同志|哪几个人)[的][{某月}][的]党费[还]没[有](交|缴)[上|齐]',
        '[{某月}][的|份]党费[还](没交|没缴|未交|未缴|没交齐|欠)的[人|同志](谁|哪些人|哪些同志|哪几个|哪几位|几个人|多少人)',
        '[{某月}][的|份]党费[还](没交|没缴|未交|未缴|没交齐|欠)的[人|同志]有(谁|哪些|几个|多少|哪几个|哪几位)',
        '[我]党费(欠不欠|有没有欠|欠着没有|欠没欠|[是不是|是否|有没有][还]没[有](交|缴)|(是不是|是否|有没有)(交|缴)[了])',
        '[有没有|有](欠|差)[着][几个月|多少|哪几个月]党费[吗|没有|么]',
        '(哪个月|哪几个月|几月)[的]党费(没交|没缴|没有交)',
        `<${look}&[{某月}[的|份]]&党费&[还](有谁|谁|哪些人|哪些同志|哪几个|有哪些人|有几个人|几个人)[还](没交|没缴|没有交|没有缴|欠)>`,
      ],
      reads: true,
      useCase: showDues,
      input: () => ({ person: null }),
    }),
  ],
});
