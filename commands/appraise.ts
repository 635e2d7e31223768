import { beginAppraisal, endAppraisal, showAppraisal } from '../src/app/appraisal/appraise.js';
import { castBallot } from '../src/app/appraisal/vote.js';
import { defineCommand, form } from '../src/chat/define.js';
import { fixedWord } from '../src/chat/words/life/activities.js';
import { ballotWord } from '../src/chat/words/year/year.js';
import { yearWord } from '../src/chat/words/plain.js';

/** 评议: the democratic appraisal as a secret ballot. Members vote in private; the secretary opens and ends it. */
export const command = defineCommand({
  name: '评议',
  aliases: ['民主评议'],
  mistakenFor: ['投票', '测评', '互评'],
  summary: '私聊无记名评议同志',
  note: '一人对一人一票，投后不能更改，不评自己；票加密保存，谁也对不上是谁投的。结束后由书记看结果，供支部评定参考。',
  discreet: true,
  hidesWords: true,
  forms: [
    form({
      words: { ballot: ballotWord.optional() },
      examples: ['/评议', '/评议 张三 合格'],
      useCase: castBallot,
      input: ({ ballot }) => ({ ballot: ballot ?? null }),
    }),
    form({
      lead: '开始',
      words: { year: yearWord.optional() },
      examples: ['/评议 开始', '/评议 开始 2026'],
      useCase: beginAppraisal,
      input: ({ year }) => ({ year: year ?? null }),
    }),
    form({
      lead: '结束',
      words: { accepted: fixedWord('是').optional() },
      examples: ['/评议 结束', '/评议 结束 是'],
      useCase: endAppraisal,
      input: ({ accepted }) => ({ accepted: accepted ?? false }),
    }),
    form({
      lead: '结果',
      words: { year: yearWord.optional() },
      examples: ['/评议 结果', '/评议 结果 2026'],
      useCase: showAppraisal,
      input: ({ year }) => ({ year: year ?? null }),
    }),
  ],
});
