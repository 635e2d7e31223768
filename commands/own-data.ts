import { showOwnData } from '../src/app/upkeep/own-data.js';
import { defineCommand } from '../src/chat/define.js';

/** 我的数据: what is kept about the speaker, in private. */
export const command = defineCommand({
  name: '我的数据',
  aliases: ['我的资料'],
  mistakenFor: ['数据', '个人信息', '隐私'],
  summary: '看机器人保存了哪些关于您的数据',
  words: {},
  examples: ['/我的数据'],
  useCase: showOwnData,
  input: () => ({}),
});
