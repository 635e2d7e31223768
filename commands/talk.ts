import { recordTalk } from '../src/app/year/follow-ups.js';
import { defineCommand } from '../src/chat/define.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';
import { memberName } from '../src/chat/words/people/names.js';
import { textNamed } from '../src/chat/words/plain.js';

/** 谈话: records a talk with a member whose score is low; alone, what was done so far. */
export const command = defineCommand({
  name: '谈话',
  manyLines: true,
  mistakenFor: ['谈心', '谈心谈话', '约谈'],
  hidesWords: true,
  summary: '记录谈心谈话，或查看已做的谈话、结对和整改',
  note: '只在私聊里办理。只写姓名时列出以往的记录。',
  discreet: true,
  words: { person: memberName, text: textNamed('内容').optional() },
  keywords: { 日期: dateWord('past') },
  examples: ['/谈话 张三 谈了参加组织生活的情况，本人表示改进', '/谈话 张三'],
  useCase: recordTalk,
  input: ({ person, text, 日期: on }) => ({ person, text: text ?? null, on: on ?? null }),
});
