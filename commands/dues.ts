import { enterAllPayments } from '../src/app/dues/enter-all.js';
import { enterDues } from '../src/app/dues/enter.js';
import { setDuesStandard } from '../src/app/dues/standard.js';
import { showDues } from '../src/app/dues/show.js';
import { defineCommand, form } from '../src/chat/define.js';
import { duesWords, monthWord } from '../src/chat/words/life/dues.js';
import { amountWord } from '../src/chat/words/people/care.js';
import { memberName, personNames } from '../src/chat/words/people/names.js';

/** 党费: the register of dues. Answered in private: the group never hears who has not paid. */
export const command = defineCommand({
  name: '党费',
  mistakenFor: ['缴费', '交党费', '缴党费'],
  summary: '登记和查看党费',
  note: '记录员登记，书记可以更正；其他党员看本人的。金额以元为单位，可以不写。登记错了写“撤销”。教育、拒交须如实登记日期，是拖欠党费按一票否决办理的前提。“标准”记录核定的每月金额，不作计算。',
  discreet: true,
  forms: [
    form({
      lead: ['全缴', '全交'],
      words: { month: monthWord },
      keywords: { 除: personNames },
      examples: ['/党费 全缴 2026-12', '/党费 全缴 2026-12 除 张三、王芳'],
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
      useCase: enterDues,
      input: ({ person, words }) => ({ ...words, person }),
    }),
    form({ words: {}, examples: ['/党费'], useCase: showDues, input: () => ({}) }),
  ],
});
