import { summariseActions, recordFiveOnes } from '../src/app/actions/record.js';
import { defineCommand, form } from '../src/chat/define.js';
import { look } from '../src/chat/plain/phrases.js';
import { actionWord, deedAfter } from '../src/chat/words/life/actions.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';

/** 五个一: the five yearly actions of members in service, entered by themselves. Alone: one's own year. */
export const command = defineCommand({
  name: '五个一',
  mistakenFor: ['5个一', '五个1', '五一'],
  summary: '在职党员登记“五个一”，或看自己的进度',
  note: '只写“/五个一”看本人今年的进度；同一件事合乎加分项的，会给出可以直接发送的申报。',
  act: '登记“五个一”',
  forms: [
    form({
      words: {
        which: actionWord('fiveOnes', '岗位|先锋|公益|建议|关心').optional(),
        text: deedAfter('which').optional(),
      },
      keywords: { 日期: dateWord('past') },
      examples: ['/五个一 公益 社区义务清扫', '/五个一 建议 窗口增设老年人通道 日期 11月20日', '/五个一'],
      says: [
        '[登记|记|报]五个一[登记]{which}[类]{text}',
        '[登记|记|报]五个一[登记]{which}[类][{日期}]{text}',
        '(登记|记|报){which}[类]五个一{text}',
        `${look}五个一[今年][完成|做][几个|多少|哪些|情况|怎么样|进度|几项|到哪|如何]`,
        '五个一[还](差|剩|缺)[哪些|几个|什么|哪个|多少|哪几个]',
      ],
      reads: true,
      useCase: recordFiveOnes,
      input: ({ which, text, 日期: on }) => ({
        action:
          which === undefined || text === undefined ? null : { which, whom: null, text, on: on ?? null },
      }),
    }),
    form({
      lead: '汇总',
      words: {},
      examples: ['/五个一 汇总'],
      useCase: summariseActions,
      input: () => ({}),
    }),
  ],
});
