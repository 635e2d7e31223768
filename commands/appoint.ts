import { appoint } from '../src/app/roster/appoint.js';
import { defineCommand } from '../src/chat/define.js';
import { memberName } from '../src/chat/words/people/names.js';
import { officeWord, recommendationWord } from '../src/chat/words/people/roster.js';

/** 任职: the secretary gives offices, never their own; the superior committee appoints the secretary. */
export const command = defineCommand({
  name: '任职',
  mistakenFor: ['任命', '担任'],
  summary: '任命支部职务，即时生效',
  words: { person: memberName, office: officeWord },
  keywords: { 推荐: recommendationWord },
  examples: ['/任职 王芳 支委', '/任职 赵敏 记录员 推荐 11月20日', '/任职 赵敏 记录员 推荐 未办'],
  useCase: appoint,
  input: ({ person, office, 推荐: recommendation }) => ({
    person,
    office,
    recommendation: recommendation ?? null,
  }),
});
