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
  says: [
    '(机器人|系统|程序|软件)[现在][运行|工作][有没有|有|出](毛病|问题|故障|异常)[没有|没|吗]',
    '(机器人|系统|程序|软件)[现在]运行(得|的)[怎么样|如何|正常]',
    `${look}(机器人|运行|系统|你)[现在|今天|目前][运行|工作]((得|的)怎么样|状态|情况|正常吗|正不正常|还好吗|正常不正常|正常不)`,
  ],
  reads: true,
  useCase: showStatus,
  input: () => ({}),
});
