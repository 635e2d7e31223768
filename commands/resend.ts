import { resendLetters } from '../src/app/notices/resend.js';
import { defineCommand } from '../src/chat/define.js';
import { flagWord } from '../src/chat/words/life/activities.js';
import { matterWords } from '../src/chat/words/plain.js';

/** 补发: letters that may not have arrived are listed, and sent again by number. */
export const command = defineCommand({
  name: '补发',
  mistakenFor: ['重发', '再发'],
  summary: '查看没有确认送达的消息，按编号重新发送',
  note: '只列收件人和时间，不列内容；断线时不能确定是否送达的消息不会自动重发，以免重复。',
  words: { numbers: matterWords.optional() },
  keywords: { 已到: flagWord },
  examples: ['/补发', '/补发 12', '/补发 12、15', '/补发 12 已到'],
  useCase: resendLetters,
  input: ({ numbers, 已到: arrived }) => ({
    numbers: [...(numbers?.numbers ?? [])],
    arrived: arrived === true,
  }),
});
