import { showStatus } from '../src/app/status/show.js';
import { defineCommand } from '../src/chat/define.js';
import { look } from '../src/chat/plain/phrases.js';

/** 状态: how the bot is, in private. */
export const command = defineCommand({
  name: '状态',
  mistakenFor: ['运行', '健康'],
  summary: '查看机器人运行情况',
  words: {},
  examples: ['/状态'],
  says: [`${look}(机器人|运行)[运行](状态|情况|正常吗)`],
  reads: true,
  useCase: showStatus,
  input: () => ({}),
});
