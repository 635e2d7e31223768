import { showHelp } from '../src/app/help/show.js';
import { defineCommand } from '../src/chat/define.js';
import { helpPage } from '../src/chat/help.js';
import { topicNamed } from '../src/chat/words/plain.js';

/** 帮助: what this person may do; everything comes from the command declarations. */
export const command = defineCommand({
  name: '帮助',
  mistakenFor: ['菜单', '说明书', '命令', '退出', '返回'],
  summary: '查看您能办的事和写法',
  words: { topic: topicNamed('命令').optional() },
  examples: ['/帮助', '/帮助 加分'],
  says: [
    '(能|会|可以)(干|做|办)(什么|啥|些什么|些啥|哪些事)',
    '[这个|这](怎么|如何|咋)(用|使用|操作|弄)',
    '[都](会|能)[些](什么|啥|些什么)',
    '(怎么|如何)(跟你说|跟您说)话',
    '加分(怎么|如何|咋){命令}',
    '(使用说明|使用方法|用法)',
    '[不会用|不会弄|不懂怎么用]，(教教|教一教|教一下|怎么用)',
    '[都]有(哪些|什么|啥)(功能|命令|用法)',
    '(怎么|如何|咋|怎样)[提|查|看|登记|做|办|取|拿|打|发|写]{命令}[吗]',
    '(怎么|如何|咋|怎样){命令}加分',
    '{命令}(怎么|咋|如何|怎样)(写|发|用|办|弄|操作|说)',
  ],
  reads: true,
  useCase: showHelp,
  input: ({ topic }, context, commands) => helpPage(commands, topic, context),
});
