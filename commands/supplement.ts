import { proposeSupplement } from '../src/app/corrections/matter.js';
import { proposeTruth } from '../src/app/attendance/truth/propose.js';
import { defineCommand, form } from '../src/chat/define.js';
import { truthWords } from '../src/chat/words/life/truth.js';
import { matterWord, textNamed } from '../src/chat/words/plain.js';

/** 补正: a correction of an archived year, ruled by 上级 and shown beside what was archived. */
export const command = defineCommand({
  name: '补正',
  mistakenFor: ['补改'],
  summary: '年度归档以后提出纠正一条记分，报上级认定',
  note: '归档的记录不变，补正列在旁边。还没有归档的年度请用“/更正”。',
  discreet: true,
  forms: [
    form({
      words: { number: matterWord, reason: textNamed('理由') },
      examples: ['/补正 3 登记错了人'],
      useCase: proposeSupplement,
      input: ({ number, reason }) => ({ number, reason }),
    }),
    form({
      words: truthWords,
      examples: ['/补正 支部大会 张三 到 有签到照片', '/补正 支部大会 张三 请假 公出 出差审批单'],
      useCase: proposeTruth,
      input: (words) => words,
    }),
  ],
});
