import { recordService } from '../src/app/actions/record.js';
import { defineCommand } from '../src/chat/define.js';
import { look } from '../src/chat/plain/phrases.js';
import { actionWord, deedAfter } from '../src/chat/words/life/actions.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';

/** 三进: service in communities, villages and society, by members in service. Alone: one's own year. */
export const command = defineCommand({
  name: '三进',
  summary: '在职党员登记“三进”服务，或看自己的情况',
  words: { which: actionWord('service', '社区|村屯|社会').optional(), text: deedAfter('which').optional() },
  keywords: { 日期: dateWord('past') },
  examples: ['/三进 社区 法律咨询', '/三进 村屯 帮助销售农产品 日期 11月20日', '/三进'],
  act: '登记“三进”',
  says: [
    '[登记|记|报]三进[进]{which}[服务|类]{text}',
    '[登记|记|报][{日期}](进|到|去){which}(服务|帮扶|奉献|宣传){text}(登记三进|记三进|算三进)',
    `${look}三进[今年][完成|做][几次|几个|多少|哪些|情况|怎么样|进度]`,
  ],
  reads: true,
  useCase: recordService,
  input: ({ which, text, 日期: on }) => ({
    action: which === undefined || text === undefined ? null : { which, whom: null, text, on: on ?? null },
  }),
});
