import { enterAllPayments } from '../src/app/dues/enter-all.js';
import { enterDues } from '../src/app/dues/enter.js';
import { setDuesStandard } from '../src/app/dues/standard.js';
import { showDues } from '../src/app/dues/show.js';
import { defineCommand, form } from '../src/chat/define.js';
import { look } from '../src/chat/plain/phrases.js';
import { duesWords, monthWord } from '../src/chat/words/life/dues.js';
import { amountWord } from '../src/chat/words/people/care.js';
import { memberName, personNames } from '../src/chat/words/people/names.js';

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
        '{月份}[的]党费(都交齐|都交|全交齐|全交|全部交齐|交齐|收齐|都缴|全缴)',
        '{月份}[的]党费(都交齐|都交|都收齐|收齐|全交|交齐)(除了|除){除}',
        '{月份}[的]党费(除了|除){除}[其他人|其余人|其余|别人](都交齐|都交|全交|交齐)',
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
      words: { person: memberName, words: duesWords },
      examples: [
        '/党费 张三 2026-12 50',
        '/党费 张三 2026-12 撤销',
        '/党费 张三 教育 11月10日',
        '/党费 张三 拒交 11月20日',
      ],
      says: [
        '[登记]{姓名}(交|缴|补交|补缴)[了|过]{月份}[的]党费',
        '[登记]{姓名}{月份}[的]党费[已]交',
        '登记{姓名}{月份}[的]党费',
        '[登记]{姓名}{缴费}[党费][已交|已缴|交|缴|收到]',
        '登记党费{姓名}({缴费}|{月份})',
        '(收到|收了|收){姓名}{缴费}[党费]',
        '(收到|收了|收){姓名}{月份}[的]党费',
      ],
      useCase: enterDues,
      input: ({ person, words }) => ({ ...words, person }),
    }),
    form({
      words: { person: memberName },
      examples: ['/党费 张三'],
      says: [
        `${look}{姓名}[的]党费[交没交|交了没有|交了没|交了吗|交清|交到几月|情况|记录|缴纳情况][吗|没有|没]`,
        `${look}{姓名}(交|缴)[没交]党费[了](吗|没有|没)`,
      ],
      reads: true,
      useCase: showDues,
      input: ({ person }) => ({ person }),
    }),
    form({
      words: {},
      examples: ['/党费'],
      says: [
        `${look}党费[交没交|交了没有|交了没|交了吗|交到几月|交到哪个月|交清|交齐|情况|记录|缴纳情况][吗|没有|没]`,
        '(交|缴)[了](几个月|到几月|到哪个月|多少)[的]党费',
        '党费(交没交|交了没有|交了没|交了吗|交到几月份|交到几月|交到哪个月|情况|记录|交过没有|交|交没)[吗|么]',
        '(交|缴)[没交]党费[了][吗|没有|没]',
        '[还](欠|差)[着][几个月|多少|哪几个月]党费[吗|没有|么]',
        '(哪个月|哪几个月|几月)[的]党费(没交|没缴|没有交)',
      ],
      reads: true,
      useCase: showDues,
      input: () => ({ person: null }),
    }),
  ],
});
