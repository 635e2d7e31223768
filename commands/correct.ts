import { proposeCorrection } from '../src/app/corrections/matter.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord, textNamed } from '../src/chat/words/plain.js';

/** 更正: asks to reverse what a confirmed matter posted. Nothing in the ledger is edited. */
export const command = defineCommand({
  name: '更正',
  mistakenFor: ['改正', '纠正'],
  summary: '提出冲销一条已认定的加分或减分',
  note: '更正由既没有提出更正、也没有作出原认定的同志认定；支部内没有这样的人时由上级认定。',
  discreet: true,
  words: { number: matterWord, reason: textNamed('理由') },
  examples: ['/更正 3 登记错了人'],
  useCase: proposeCorrection,
  input: ({ number, reason }) => ({ number, reason }),
});
