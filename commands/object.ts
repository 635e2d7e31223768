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
    '[对|对于|关于|就]{编号}[扣分|减分|扣|的认定|认定|处理][我](有异议|不服|不服气|不认可|不认|不接受|不同意|提异议|提出异议|提个异议|有意见|申诉|申请复议|申请复核|要求复议|要求复核|处理得不对|处理不对|扣得不对|扣错)[提异议|提出异议|[我]要申诉|[我]申诉|要求复核|[我]要提异议|[我]要求复核][了]{理由}',
    '[我](不服|不认可|不认|不接受|反对){编号}[的][扣分|减分|处理|认定]{理由}',
    '{编号}[我]异议(，| |：){理由}',
    '(申诉|申请复议|申请复核|异议){编号}[扣分|减分]{理由}',
  ],
  useCase: makeObjection,
  input: ({ target, reason }) => ({ target, reason }),
});
