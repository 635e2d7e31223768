import { recordComfort } from '../src/app/care/keep.js';
import { defineCommand } from '../src/chat/define.js';
import { amountWord } from '../src/chat/words/people/care.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';
import { memberName } from '../src/chat/words/people/names.js';
import { deedText } from '../src/chat/words/reason.js';

/** 慰问: comfort money that was handed over. */
export const command = defineCommand({
  name: '慰问',
  discreet: true,
  hidesWords: true,
  summary: '登记发给党员的慰问金',
  note: '金额以元计，至多两位小数。只在私聊办理，加密保存，只有记录员和书记看得到。',
  words: { person: memberName, amount: amountWord, reason: deedText('事由').optional() },
  keywords: { 日期: dateWord('past') },
  examples: ['/慰问 郑国 200', '/慰问 郑国 500.50 七一慰问 日期 11月20日'],
  useCase: recordComfort,
  input: ({ person, amount, reason, 日期: on }) => ({ person, amount, text: reason ?? null, on: on ?? null }),
});
