import { recordMasses } from '../src/app/actions/record.js';
import { defineCommand } from '../src/chat/define.js';
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
  useCase: recordMasses,
  input: ({ whom, text, 日期: on }) => ({
    action: whom === undefined || text === undefined ? null : { which: null, whom, text, on: on ?? null },
  }),
});
