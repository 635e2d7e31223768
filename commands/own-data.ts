import { showOwnData } from '../src/app/upkeep/own-data.js';
import { defineCommand } from '../src/chat/define.js';
import { send, sent } from '../src/chat/plain/phrases.js';

/** 我的数据: what is kept about the speaker, in private. */
export const command = defineCommand({
  name: '我的数据',
  aliases: ['我的资料'],
  mistakenFor: ['数据', '个人信息', '隐私'],
  summary: '看机器人保存了哪些关于您的数据',
  words: {},
  examples: ['/我的数据'],
  says: [
    '[系统|机器人|你|你们][里|里面|里头|那里|这里][都]有我[的](哪些|什么|啥)(数据|信息|资料)',
    '我[的](个人信息|个人数据|数据|信息|资料|个人资料)',
    '[里|里面|上|上面][都](存|保存|记|记录|收集|留|掌握)[了|着|有]我[的](哪些|什么|啥|多少|什么样的)(数据|信息|资料|东西|个人信息)',
    '我[的](数据|个人信息|信息|资料)[你|你们|系统|机器人][里|这里|那里][都](存|留|有|记)[了](哪些|什么|多少|啥)',
    '[有]我[有|的](哪些|什么|啥)(数据|信息|资料)',
    `<${send}&我[的]&(个人数据|个人信息|个人资料|数据)&${sent}>`,
    '(查看|查|看)我(数据|个人信息)',
    `${send}(个人数据|个人信息)${sent}`,
  ],
  reads: true,
  useCase: showOwnData,
  input: () => ({}),
});
