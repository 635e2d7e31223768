import { appoint } from '../src/app/roster/appoint.js';
import { defineCommand } from '../src/chat/define.js';
import { dateWord } from '../src/chat/words/dates/date-words.js';
import { memberName } from '../src/chat/words/people/names.js';
import { officeWord } from '../src/chat/words/people/roster.js';

/** 任职: the secretary gives offices, never their own; the superior committee appoints the secretary. */
export const command = defineCommand({
  name: '任职',
  mistakenFor: ['任命', '担任'],
  summary: '任命支部职务，即时生效',
  words: { person: memberName, office: officeWord },
  keywords: { 推荐: dateWord('past') },
  examples: ['/任职 王芳 支委', '/任职 赵敏 记录员 推荐 11月20日'],
  useCase: appoint,
  input: ({ person, office, 推荐: recommendedOn }) => ({
    person,
    office,
    recommendedOn: recommendedOn ?? null,
  }),
});
