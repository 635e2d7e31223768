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
        `<${look}&[还|都|今天|现在]有[没有|什么|哪些|啥|哪几件|哪几条|几件|几条|几个|多少]&(待办|没[有](处理|办|批|审批|认定|审|确认|弄)[完|好]|[等|待|要|需要|该|得|归](处理|办|批|审批|认定|审|审核|确认|签字))&[待办|没处理|没办]&[的]&[事|事项|事情|待办]&[没有|没|吗|么]>`,
        `<${look}&[我]&(待办|待办事项|待我审批|待审批|待认定|待处理|等我认定|等我审批|待我认定)&[的]&[事|事项|事情]&[有哪些|有什么|有几件|列一下|情况]>`,
        `${look}[还](哪些|什么)(没处理|没办|没认定|没确认|待处理|待认定)`,
        `${look}[还]有(哪些事|什么事|啥事)(没办|没做|没处理|要办|要做)`,
        '有我的事[没|没有]',
        '[还]有[没有|什么|哪些][要|需要|等着|等|待|该]我(批|审批|认定|办|处理|确认|签字)的[东西|事|事情|事项]',
        `${look}[还]有(几|多少|什么|哪些|哪几)[件|个|条|项][事|事项|申请|请假][在](等着|等|要|待|需要)[我](批|办|审|审批|认定|处理|确认)`,
        `${look}[手上|手里|手头|我这里|我这边][还][有](几|多少|什么|哪些|哪几)[件|条|个|项][事|事项|东西|申请|请假|登记][是]没[有](批|审|办|处理|认定|确认|审批|看)[完]`,
      ],
      reads: true,
      useCase: listOpenMatters,
      input: () => ({}),
    }),
    form({
      words: { number: matterWord },
      examples: ['/待办 3'],
      says: [
        `<{编号}[的]&(给我看看|给我看一下|给我看|看看|看一下|看下|打开|发我)&[详细|具体](情况|详情|内容|材料|细节|来龙去脉)>`,
        `(看看|看一下|看下|查看|打开|查一下|看一眼|调出来){编号}[的][内容|情况]`,
        `{编号}(给我看看|给我看一下|给我看|调出来看看|打开看看|给我瞧瞧)`,
        `{编号}[的](是什么|是啥|是什么事|是啥事|什么情况|怎么回事|什么内容|办到哪[一步]|到哪一步|批了没有|批没批|办好了没有|怎么样|处理得怎么样|进展怎么样|进展如何|有结果吗)`,
      ],
      reads: true,
      useCase: showMatter,
      input: ({ number }) => ({ number }),
    }),
  ],
});
