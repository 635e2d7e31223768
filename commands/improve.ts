import { recordImprovement } from '../src/app/year/follow-ups.js';
import { defineCommand } from '../src/chat/define.js';
import { memberName } from '../src/chat/words/people/names.js';
import { textNamed } from '../src/chat/words/plain.js';
import { improvementWord } from '../src/chat/words/year/year.js';

/** 整改: how an improvement went. 不明显 and 不愿 put somebody on the list of two years. */
export const command = defineCommand({
  name: '整改',
  mistakenFor: ['整改情况', '改进'],
  hidesWords: true,
  summary: '记录整改的效果',
  note: '只在私聊里办理。',
  discreet: true,
  words: { person: memberName, outcome: improvementWord, text: textNamed('说明').optional() },
  examples: ['/整改 张三 明显 近三个月按时参加活动'],
  useCase: recordImprovement,
  input: ({ person, outcome, text }) => ({ person, outcome, text: text ?? null }),
});
