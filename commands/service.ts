import { recordService } from '../src/app/actions/record.js';
import { defineCommand } from '../src/chat/define.js';
import { actionWord, deedAfter } from '../src/chat/words/life/actions.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';

/** 三进: service in communities, villages and society, by members in service. Alone: one's own year. */
export const command = defineCommand({
  name: '三进',
  summary: '在职党员登记“三进”服务，或看自己的情况',
  words: { which: actionWord('service', '社区|村屯|社会').optional(), text: deedAfter('which').optional() },
  keywords: { 日期: dateWord('past') },
  examples: ['/三进 社区 法律咨询', '/三进 村屯 帮助销售农产品 日期 11月20日', '/三进'],
  useCase: recordService,
  input: ({ which, text, 日期: on }) => ({
    action: which === undefined || text === undefined ? null : { which, whom: null, text, on: on ?? null },
  }),
});
