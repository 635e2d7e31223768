import { confirmAll } from '../src/app/rulings/confirm-all.js';
import { confirmMatters } from '../src/app/rulings/confirm.js';
import { defineCommand, form } from '../src/chat/define.js';
import { looked } from '../src/chat/plain/phrases.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';
import { flagWord } from '../src/chat/words/life/activities.js';
import { fixedWord, matterWords } from '../src/chat/words/plain.js';

/** 确认: the ruling. Who may rule is decided in domain/rulings/four-eyes.ts and nowhere else. */
export const command = defineCommand({
  name: '确认',
  mistakenFor: ['认定', '批准', '通过'],
  byCopy: true,
  act: '认定',
  summary: '认定待办事项',
  note: '本人、登记人和证明人不能认定；书记须回避时由副书记认定，支部内无人可以认定时由上级认定。减分须先听取本人说明：本人已说明，或者告知后满规定的时间，或者您已当面听取（写“已听取”）。',
  forms: [
    form({
      lead: '全部',
      words: { yes: fixedWord('是').optional() },
      examples: ['/确认 全部', '/确认 全部 是'],
      useCase: confirmAll,
      input: ({ yes }) => ({ yes: yes === true }),
    }),
    form({
      words: { numbers: matterWords },
      keywords: { 会议: dateWord('past'), 已听取: flagWord },
      examples: ['/确认 1', '/确认 1 2', '/确认 3 会议 11月20日', '/确认 3 已听取'],
      says: [
        `<{编号}&[都|全|全部|均|也|一起|一块|一块儿|一并](认定通过|确认通过|审核通过|审批通过|予以认定|给予认定|予以通过|给予通过|予以批准|予以确认|通过|同意|认定|确认|批准|认定|没问题|可以通过|准假|准|可以|批)&${looked}&[通过|认定]>`,
        '[我看|我觉得]{编号}(可以|能)(通过|批准|认定|批)[了|吧]',
        '{编号}[我](同意|批准|可以)(加分|减分|扣分|请假)',
        '准{编号}[假]',
        '{编号}我(批|准|同意|认可)了',
        '{编号}[我](可以|行|没问题|属实|没意见)(，| |。)(批|准|过|同意|通过)[了][吧]',
        '{编号}[我]行，[我](批|准|同意|通过)了',
        '{编号}(，| )批[，]',
        '{编号}[我]批[了]吧',
        `{编号}${looked}，[我](同意|通过|批准|确认|认定)`,
        `[把]{编号}(批|过|准)[了]吧`,
      ],
      useCase: confirmMatters,
      input: ({ numbers, 会议: meetingOn, 已听取: heard }) => ({
        numbers: [...numbers.numbers],
        ranged: [...numbers.ranged],
        meetingOn: meetingOn ?? null,
        heard: heard === true,
      }),
    }),
  ],
});
