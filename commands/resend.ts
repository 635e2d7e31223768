import { resendLetters } from '../src/app/status/resend.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWords } from '../src/chat/words/plain.js';

/** 补发: letters that may not have arrived are listed, and sent again by number. */
export const command = defineCommand({
  name: '补发',
  mistakenFor: ['重发', '再发'],
  summary: '查看没有确认送达的消息，按编号重新发送',
  note: '只列收件人和时间，不列内容；断线时不能确定是否送达的消息不会自动重发，以免重复。',
  words: { numbers: matterWords.optional() },
  examples: ['/补发', '/补发 12', '/补发 12、15'],
  useCase: resendLetters,
  input: ({ numbers }) => ({ numbers: [...(numbers ?? [])] }),
});
