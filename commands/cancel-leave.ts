import { giveUpLeave } from '../src/app/attendance/leave.js';
import { defineCommand } from '../src/chat/define.js';
import { leaveNumber } from '../src/chat/words/life/leave.js';
import { restText } from '../src/chat/words/plain.js';

/** 销假: one's own leave, before the activity closes. A reason is neither asked nor kept. */
export const command = defineCommand({
  name: '销假',
  summary: '撤销本人的请假',
  hidesWords: true,
  words: { number: leaveNumber, why: restText.optional() },
  examples: ['/销假 5'],
  says: [
    '{编号}[请假|假][不用|不请|不请了](销假|销了|销掉|销)',
    '(销假|销掉|销){编号}[假]',
    '(取消|撤销){编号}(请假|假)',
    '[我](销假|取消请假|把假销){我的假}',
    '{假}假[不请|不用](销|销掉|销假|取消)[能去|能来|能参加|可以参加|去得了|没事]',
    '{假}(能去|能来|能参加|可以参加|可以去|去得了)[假不请|不请假|假]销[假]',
    '{假}(不请假|假不请)[{编号}]销假',
  ],
  useCase: giveUpLeave,
  input: ({ number }) => ({ number }),
});
