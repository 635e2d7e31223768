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
    '<(销[假|掉|了]|取消请假|撤销请假)&{编号}&[[我请]的][请]假&[不用|不请|不请了|不休]&[能去|能来|能参加|可以参加|可以去|去得了|没事|不出差]>',
    '(取消|撤销){编号}(请假|假)',
    '{编号}(请假|假)[我](取消|撤销)[能去|能来|能参加|可以参加|可以去|去得了]',
    '[我](销假|取消请假|把假销){我的假}',
    '[我][之前|先前|原来|昨天][请]{假}[请]假[不请|不用请|不用|不休](销[假|掉|了]|取消|撤销)[假][我][又|也](能去|能来|能参加|可以参加|可以去|去得了|没事|有空)',
    '[我][之前|先前|原来|昨天][请]{假}[请]假[不请|不用请|不用|不休](销[假|掉|了]|取消|撤销)[假]',
    '{假}[我][又|也](能去|能来|能参加|可以参加|可以去|去得了|有空)[假不请|不请假|不用请假][假]销[假|掉|了]',
    '{假}[我][又|也](能去|能来|能参加|可以参加|可以去|去得了|有空)[那个](假不请|假不用请)',
    '{假}(不请假|假不请)[{编号}]销假',
  ],
  useCase: giveUpLeave,
  input: ({ number }) => ({ number }),
});
