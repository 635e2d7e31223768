import { superviseMatter } from '../src/app/objections/supervise.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord, textNamed } from '../src/chat/words/plain.js';

/** 监督: what the supervisor wants the ruler to see first. */
export const command = defineCommand({
  name: '监督',
  manyLines: true,
  mistakenFor: ['监督意见', '意见'],
  hidesWords: true,
  summary: '对待认定的事项提出监督意见，只有认定人看到',
  discreet: true,
  words: { number: matterWord, text: textNamed('意见') },
  examples: ['/监督 3 请核对当天的签到'],
  useCase: superviseMatter,
  input: ({ number, text }) => ({ number, text }),
});
