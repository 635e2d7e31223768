import { addMass } from '../src/app/roster/membership/add.js';
import { removeMass } from '../src/app/roster/membership/leave.js';
import { showMasses } from '../src/app/roster/register/show.js';
import { defineCommand, form } from '../src/chat/define.js';
import { personName } from '../src/chat/words/people/names.js';
import { newName } from '../src/chat/words/people/roster.js';

/** 群众: people of the unit who are not members; they may witness and object. */
export const command = defineCommand({
  name: '群众',
  summary: '登记可以作证明的群众',
  summaryOfLooking: '查看可以作证明的群众',
  forms: [
    form({
      lead: '添加',
      words: { name: newName },
      examples: ['/群众 添加 孙伟'],
      useCase: addMass,
      input: ({ name }) => ({ name }),
    }),
    form({
      lead: '移除',
      words: { person: personName },
      examples: ['/群众 移除 孙伟'],
      useCase: removeMass,
      input: ({ person }) => ({ person }),
    }),
    form({ words: {}, examples: ['/群众'], useCase: showMasses, input: () => ({}) }),
  ],
});
