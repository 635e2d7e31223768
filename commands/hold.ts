import { holdPublication } from '../src/app/notices/hold.js';
import { defineCommand } from '../src/chat/define.js';
import { textNamed } from '../src/chat/words/plain.js';

/** 暂缓: holds back the publication that is due or comes next, until 公示. */
export const command = defineCommand({
  name: '暂缓',
  mistakenFor: ['暂停', '推迟', '缓发'],
  byCopy: true,
  act: '暂缓公示',
  summary: '暂缓将要进行的积分公示',
  words: { reason: textNamed('理由') },
  examples: ['/暂缓 有一条加分还在核实'],
  says: [
    '(暂缓|暂停|推迟|缓一缓|缓缓|停一停)[{某季}[的]][积分]公示[一下]{理由}',
    '[{某季}[的]](先别|先不要|先不|暂时别|暂时不|暂不|别急着|先缓缓再)公示，{理由}',
    '[{某季}[的]]公示[先](别发|不发|别挂|不要发)，{理由}',
    '公示[先](暂缓|缓一缓|缓缓|缓|推迟|停一停|停|放一放){理由}',
    '{理由}，公示[先](暂缓|缓一缓|缓缓|停|放一放)',
  ],
  useCase: holdPublication,
  input: ({ reason }) => ({ reason }),
});
