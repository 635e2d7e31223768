import { makeObjection } from '../src/app/objections/object.js';
import { defineCommand } from '../src/chat/define.js';
import { textNamed } from '../src/chat/words/plain.js';
import { targetWord } from '../src/chat/words/rules/objections.js';

/** 异议: to a ruled matter or a notice, in private; nobody learns who raised it. */
export const command = defineCommand({
  name: '异议',
  manyLines: true,
  mistakenFor: ['申诉', '投诉', '反映', '不服'],
  hidesWords: true,
  act: '提出异议',
  summary: '对已认定的加分减分或公示提出异议，只在私聊，为您保密',
  note: '登记、认定这件事的同志和当事人都不能答复；对年度公示的异议由上级答复。',
  discreet: true,
  words: { target: targetWord, reason: textNamed('理由') },
  examples: ['/异议 3 我当天在外出差', '/异议 公示1 漏记了一次献血'],
  says: [
    '[对|对于]{编号}[扣分|减分|扣]提出异议{理由}',
    '[对|对于]{编号}[扣分|减分|扣](有异议|不服|不认可|提异议|有意见)[提异议|提出异议]{理由}',
  ],
  useCase: makeObjection,
  input: ({ target, reason }) => ({ target, reason }),
});
