import { makeStatement } from '../src/app/points/statement.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord, textNamed } from '../src/chat/words/plain.js';

/** 说明: the subject of a deduction is heard before the ruling. */
export const command = defineCommand({
  name: '说明',
  manyLines: true,
  mistakenFor: ['申辩', '申诉', '解释'],
  summary: '对本人待认定的减分作说明，认定人会看到',
  discreet: true,
  words: { number: matterWord, text: textNamed('文字') },
  examples: ['/说明 3 当天已向科室请假'],
  useCase: makeStatement,
  input: ({ number, text }) => ({ number, text }),
});
