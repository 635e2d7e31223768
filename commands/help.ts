import { showHelp } from '../src/app/help/show.js';
import { defineCommand } from '../src/chat/define.js';
import { helpPage } from '../src/chat/help.js';
import { textNamed } from '../src/chat/words/plain.js';

/** 帮助: what this person may do; everything comes from the command declarations. */
export const command = defineCommand({
  name: '帮助',
  mistakenFor: ['菜单', '说明书', '命令'],
  summary: '查看您能办的事和写法',
  words: { topic: textNamed('命令').optional() },
  examples: ['/帮助', '/帮助 加分'],
  useCase: showHelp,
  input: ({ topic }, context, commands) => helpPage(commands, topic, context),
});
