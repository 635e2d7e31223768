import { answerObjection } from '../src/app/objections/answer.js';
import { defineCommand, offered } from '../src/chat/define.js';
import { flagWord } from '../src/chat/words/life/activities.js';
import { truthWord } from '../src/chat/words/life/truth.js';
import { answerText, answerWord } from '../src/chat/words/rules/objections.js';
import { matterWord, matterWords } from '../src/chat/words/plain.js';

/** 答复: of an objection, by one who neither proposed nor ruled the thing. */
export const command = defineCommand({
  name: '答复',
  manyLines: true,
  mistakenFor: ['回复', '回应'],
  hidesWords: true,
  byCopy: true,
  act: '答复异议',
  summary: '答复异议：维持，或者成立并更正',
  note: '“成立”会冲销原来的记分，漏记的加分会重新登记；对公示的异议可在末尾写“更正 编号”当即更正其中一条。',
  discreet: true,
  words: { number: matterWord, upheld: answerWord, explanation: answerText },
  keywords: { 更正: matterWords, 实为: offered(truthWord), 无须改动: offered(flagWord) },
  examples: ['/答复 7 维持 考勤记录清楚', '/答复 7 成立 当天确在外出差', '/答复 7 成立 重复记分 更正 3'],
  says: ['{编号}[的]异议{维持}{说明}', '{编号}[的]异议答复{维持}{说明}'],
  useCase: answerObjection,
  input: ({ number, upheld, explanation, 更正: corrects, 实为: truth, 无须改动: unchanged }) => ({
    number,
    upheld,
    explanation: explanation.text,
    corrects: [...(corrects?.numbers ?? [])],
    truth: truth ?? null,
    unchanged: unchanged ?? false,
    atEnd: explanation.atEnd,
  }),
});
