import { hearSubject } from '../src/app/veto/vote.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord, textNamed } from '../src/chat/words/plain.js';

/** 听取: what the subject of a veto said at the hearing. */
export const command = defineCommand({
  name: '听取',
  manyLines: true,
  mistakenFor: ['听取意见'],
  summary: '记录一票否决当事人的意见',
  note: '只能私聊办理。本人不作说明的写“本人放弃”；听取之后才能表决。',
  discreet: true,
  hidesWords: true,
  words: { number: matterWord, text: textNamed('意见') },
  examples: ['/听取 1 当时在外地，没有接到通知', '/听取 1 本人放弃'],
  useCase: hearSubject,
  input: ({ number, text }) => ({ number, text }),
});
