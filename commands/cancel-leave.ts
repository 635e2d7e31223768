import { giveUpLeave } from '../src/app/attendance/leave.js';
import { defineCommand } from '../src/chat/define.js';
import { canCome, undone } from '../src/chat/plain/phrases.js';
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
    `<${undone}&{编号}&[[我请|请]的|那个|之前请|先前请][请]假[条]&[${canCome}]&[${undone}]>`,
    '{编号}(请假|假)[我](取消|撤销)',
    `{编号}[的|请](请假|假)[我]${undone}[，{闲话}]`,
    '[我](销假|取消请假|把假销){我的假}',
    `[我][之前|先前|原来|昨天|前面|早上|前两天][请]<{假}&[我请|请|那个|那次|之前请]假&(${undone}|撤[掉|回])&[我]&[${canCome}]&[帮我]&[${undone}]>`,
    `{假}[我请|请|那个]假${undone}，{闲话}`,
    `{假}[我]${canCome}[那个](假不请|不请假|假不用请|不用请假)[假]`,
    `<{某日}&{假}&[我]&${canCome}&[那个|之前那个][请]假(${undone}|撤[掉|回])>`,
    `<[我][又|现在|已经](能|可以)[去|来](听|上|参加|开|到){假}&[[那个|之前|原来][的][请]假]&(${undone}|撤[掉|回])&[${undone}]>`,
    `<{假}&[我]&${canCome}&[那个|之前那个|之前|原来|先前][的][请]假(${undone}|撤[掉|回])>`,
    `我[已|已经](到|在|来)[会场|现场|会议室]，[那个](假不请|不请假|不用请假|假(销|不用)[掉])[假]{我的假}`,
    `{假}[我](不请假|假不请)[把][{编号}](销假|${undone})`,
  ],
  useCase: giveUpLeave,
  input: ({ number }) => ({ number }),
});
