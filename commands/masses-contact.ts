import { recordMasses } from '../src/app/actions/record.js';
import { defineCommand } from '../src/chat/define.js';
import { look } from '../src/chat/plain/phrases.js';
import { anyName, deedAfter } from '../src/chat/words/life/actions.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';

/** 联系群众: whom a member looked after, on the roster or not. Alone: one's own year. */
export const command = defineCommand({
  name: '联系群众',
  manyLines: true,
  mistakenFor: ['联系'],
  summary: '登记联系、帮助群众的情况',
  words: { whom: anyName.optional(), text: deedAfter('whom').optional() },
  keywords: { 日期: dateWord('past') },
  examples: ['/联系群众 孙伟 帮助办理残疾证', '/联系群众 刘奶奶 代买药品 日期 11月20日', '/联系群众'],
  act: '登记联系群众',
  says: [
    '[登记|记|记录]联系群众[登记|情况][{日期}]{何人}{text}',
    '[登记|记|记录]联系群众[登记|情况]{何人}{text}[{日期}]',
    `${look}联系群众[今年][做][几次|几个|多少|哪些|情况|怎么样|进度|记录]`,
  ],
  reads: true,
  useCase: recordMasses,
  input: ({ whom, text, 日期: on }) => ({
    action: whom === undefined || text === undefined ? null : { which: null, whom, text, on: on ?? null },
  }),
});
