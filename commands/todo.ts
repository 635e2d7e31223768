import { listOpenMatters } from '../src/app/rulings/todo.js';
import { showMatter } from '../src/app/rulings/look.js';
import { defineCommand, form } from '../src/chat/define.js';
import { look } from '../src/chat/plain/phrases.js';
import { matterWord } from '../src/chat/words/plain.js';

/** 待办: what waits for the speaker, and what the speaker waits for; always in private. */
export const command = defineCommand({
  name: '待办',
  mistakenFor: ['待认定', '代办'],
  summary: '查看待您办理的和与您有关的事项，写编号的看其中一条',
  forms: [
    form({
      words: {},
      examples: ['/待办'],
      says: [
        `${look}[还]有(什么|哪些|啥)(待办|没处理|没办|没认定|待处理|待认定|没确认|没批)[事项|事]`,
        `${look}[还]有(什么|哪些|啥)(要|需要|等|待)(办|处理|认定|确认|签字|批)[事项|事]`,
        `${look}[还](哪些|什么)(没处理|没办|没认定|没确认|待处理|待认定)`,
        `${look}有没有(待办|要办|要处理|待认定)[事项|事]`,
        `${look}[还][有没有|有](等|要|需要|该|待)(批|办|处理|认定|确认|签字)[事项|事][吗|么|没有]`,
        `${look}[还]有(几|几条|多少|几件)(待认定|待办|没批|没办|没认定|没处理|要批|要办)`,
        `${look}[还]有(什么|哪些|啥)(没办完|没做完|没办好|没处理完)`,
        `${look}[今天]有(什么|哪些|啥|几件|几条)(事|要|需要)[等|要|需要](批|办|处理|认定|确认)`,
        `${look}[还]有(哪些事|什么事|啥事)(没办|没做|没处理|要办|要做)`,
        '有我的事[没|没有]',
        `${look}待办[事项]`,
      ],
      reads: true,
      useCase: listOpenMatters,
      input: () => ({}),
    }),
    form({
      words: { number: matterWord },
      examples: ['/待办 3'],
      useCase: showMatter,
      input: ({ number }) => ({ number }),
    }),
  ],
});
