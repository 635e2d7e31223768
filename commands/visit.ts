import { recordVisit } from '../src/app/care/keep.js';
import { defineCommand } from '../src/chat/define.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';
import { memberName } from '../src/chat/words/people/names.js';
import { deedText } from '../src/chat/words/reason.js';

/** 走访: a visit that was made. */
export const command = defineCommand({
  name: '走访',
  manyLines: true,
  aliases: ['看望'],
  discreet: true,
  hidesWords: true,
  summary: '登记走访离退休、困难党员的情况',
  note: '只在私聊办理，加密保存，只有记录员和书记看得到。',
  words: { person: memberName, text: deedText('情况') },
  keywords: { 日期: dateWord('past') },
  examples: ['/走访 郑国 家中一切都好', '/走访 郑国 帮助联系了社区医院 日期 11月20日'],
  useCase: recordVisit,
  input: ({ person, text, 日期: on }) => ({ person, text, on: on ?? null }),
});
