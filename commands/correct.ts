import { proposeCorrection } from '../src/app/corrections/matter.js';
import { proposeTruth } from '../src/app/attendance/truth/propose.js';
import { defineCommand, form } from '../src/chat/define.js';
import { truthWords } from '../src/chat/words/life/truth.js';
import { matterWord, textNamed } from '../src/chat/words/plain.js';

/** 更正: asks to reverse what a confirmed matter posted. Nothing in the ledger is edited. */
export const command = defineCommand({
  name: '更正',
  mistakenFor: ['改', '修改', '改正', '纠正'],
  summary: '提出冲销一条已认定的加分或减分，或改正已结束活动的考勤',
  note: '考勤改正以后，第16项、参加次数和台账随之改动，原来的登记留着；由没有点名、没有结束这次活动的同志认定。更正由既没有提出更正、也没有作出原认定的同志认定；支部内没有这样的人时由上级认定。',
  discreet: true,
  forms: [
    form({
      words: { number: matterWord, reason: textNamed('理由') },
      examples: ['/更正 3 登记错了人'],
      useCase: proposeCorrection,
      input: ({ number, reason }) => ({ number, reason }),
    }),
    form({
      words: truthWords,
      examples: ['/更正 支部大会 张三 到 有签到照片', '/更正 支部大会 张三 请假 公出 出差审批单'],
      useCase: proposeTruth,
      input: (words) => words,
    }),
  ],
});
