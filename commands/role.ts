import { recordRole } from '../src/app/actions/record.js';
import { defineCommand } from '../src/chat/define.js';
import { look } from '../src/chat/plain/phrases.js';
import { actionWord, deedAfter } from '../src/chat/words/life/actions.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';

/** 三大员: what retired members do in their three roles. Alone: one's own year. */
export const command = defineCommand({
  name: '三大员',
  summary: '离退休党员登记“三大员”活动，或看自己的情况',
  words: { which: actionWord('role', '宣传|辅导|监督').optional(), text: deedAfter('which').optional() },
  keywords: { 日期: dateWord('past') },
  examples: ['/三大员 宣传 给社区讲医保政策', '/三大员 辅导 带新同志熟悉业务 日期 11月20日', '/三大员'],
  act: '登记“三大员”活动',
  says: [
    '[登记|记|报]三大员[活动]{which}[员]{text}',
    '{text}，[给我|帮我](登记|记|算|报|计)[到|在|成|为|作][三大员][的]{which}[员][里|上|活动|一次]',
    '(登记|记|报){which}员[活动]{text}',
    `${look}三大员[今年][完成|做][几次|几个|多少|哪些|情况|怎么样|进度]`,
  ],
  reads: true,
  useCase: recordRole,
  input: ({ which, text, 日期: on }) => ({
    action: which === undefined || text === undefined ? null : { which, whom: null, text, on: on ?? null },
  }),
});
