import { holdPublication } from '../src/app/notices/hold.js';
import { defineCommand } from '../src/chat/define.js';
import { textNamed } from '../src/chat/words/plain.js';

/** 暂缓: holds back the publication that is due or comes next, until 公示. */
export const command = defineCommand({
  name: '暂缓',
  mistakenFor: ['暂停', '推迟', '缓发'],
  summary: '暂缓将要进行的积分公示',
  words: { reason: textNamed('理由') },
  examples: ['/暂缓 有一条加分还在核实'],
  useCase: holdPublication,
  input: ({ reason }) => ({ reason }),
});
