import { showHelp } from '../src/app/help/show.js';
import { defineCommand } from '../src/chat/define.js';
import { how, what } from '../src/chat/plain/phrases.js';
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
    `[这|这个|那个|这台](机器人|系统|东西|玩意|玩意儿|软件|小程序|助手)[都]能[帮我|给我|帮|给](办|干|做|查|弄)${what}[事|活|东西]`,
    `[都](能|会|可以)[都](干|做|办)[点]${what}[事]`,
    `[这个|这|这东西|这玩意|这玩意儿|它|系统|程序|机器人]${how}(用|使用|操作|弄|玩|搞)[法][，][教教|教一教|教一下|教|告诉][我]`,
    `[都](会|能)[些]${what}`,
    `${how}(跟你说|跟您说)话`,
    '[想|看看|看一下|看|要|发](使用说明|使用方法|用法|操作说明|操作指南|说明书)[看|发]',
    '(不会用|不会弄|不懂怎么用)[这个][，](教教|教一教|教一下|教|怎么用)[我]',
    `[都]有${what}(功能|命令|用法|本事)`,
    '[应该|要|该|得]先(干|做|学|弄)[点](什么|啥)',
    '(从哪|从哪里|从哪儿)(开始|入手|学)',
    `(表|汇总|汇总表|台账)[该|要]${how}(出|打|导|弄){+汇总表}`,
    `[这个季度|本季度|季度|这季度]的(表|汇总表)[该|要]${how}(出|打|导|弄){+汇总表}`,
    `${how}[给|替|为](别人|人家|同志|人)(作证{+证明}|证明{+证明}|作证明{+证明})`,
    `加分[该|要|是]${how}(申报{+申报}|申请{+申报})[来着]`,
    `${how}(申报{+申报}|申请{+申报})加分`,
    `[教教|教一教|教一下|教|告诉|说说|讲讲][我]${how}[提|查|看|登记|做|办|取|拿|打|发|写|申请|弄|报|交]{命令}[吗|法]`,
    `我[不会|不知道怎么|不懂怎么]{命令}，[教教|教一教|教一下|教][我]`,
    `{命令}[是|要|该]${how}{命令}[啊]`,
    `{命令}[的话][我][是|要|该|应该|得]${how}(写|说|办|弄|操作|发|填|报)`,
    `<{命令}&[加分]&[是|要|该|得]${how}[去](写|签|证明|交|缴|请|加|发|用|办|弄|操作|说|提|填|登记|搞|销|做|记|录|报)[法][来着]>`,
  ],
  reads: true,
  useCase: showHelp,
  input: ({ topic }, context, commands) => helpPage(commands, topic, context),
});
