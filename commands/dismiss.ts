import { dismiss } from '../src/app/roster/appoint.js';
import { defineCommand } from '../src/chat/define.js';
import { memberName } from '../src/chat/words/people/names.js';
import { officeWord } from '../src/chat/words/people/roster.js';

/** 免职: an office ends at once; the reply says 不再担任. */
export const command = defineCommand({
  name: '免职',
  mistakenFor: ['撤职', '卸任'],
  summary: '免去支部职务，即时生效',
  words: { person: memberName, office: officeWord },
  examples: ['/免职 王芳 支委'],
  useCase: dismiss,
  input: ({ person, office }) => ({ person, office }),
});
