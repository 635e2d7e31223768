import { showStatus } from '../src/app/status/show.js';
import { defineCommand } from '../src/chat/define.js';

/** 状态: how the bot is, in private. */
export const command = defineCommand({
  name: '状态',
  mistakenFor: ['运行', '健康'],
  summary: '查看机器人运行情况',
  words: {},
  examples: ['/状态'],
  useCase: showStatus,
  input: () => ({}),
});
