import { askLeave } from '../src/app/attendance/leave.js';
import { defineCommand } from '../src/chat/define.js';
import { cannotCome, missing, unable } from '../src/chat/plain/phrases.js';
import { activityWord } from '../src/chat/words/life/which-activity.js';
import { leaveKindWord, leaveReason } from '../src/chat/words/life/leave.js';

/** 请假: to the secretary. The answer repeats neither kind nor reason, as the group may read it. */
export const command = defineCommand({
  name: '请假',
  hidesWords: true,
  summary: '为活动请假，待书记确认；事由可以不写',
  words: { activity: activityWord('leave'), kind: leaveKindWord.optional(), reason: leaveReason.optional() },
  examples: ['/请假 支部大会', '/请假 支部大会 病假', '/请假 支部大会@12-28 公出'],
  says: [
    `<[登记]&{活动}&(请|告)[到](假|价)[不，]&[${missing}]&[{kind}]&[{事由}]&[{事由}]>`,
    `<[登记]&{活动}&(请|休|按|算|是)[个]{kind}[假]&[${missing}]&[{事由}]>`,
    `<{当天}&{活动}&[我]&(请|休)[个]{kind}[假]&[${missing}]&[{事由}]>`,
    `<{活动}&我&{kind}&[${missing}]>`,
    `<{当天}&{活动}&[我]&(请|告)(假|价)&[${missing}]&[{事由}]>`,
    `<{当天}&{活动}&我&${cannotCome}&[{事由}]>`,
    `<我&{当天}&{事由}，&${unable}{活动}>`,
    `<{当天}&{事由}，&{活动}[我]${unable}>`,
    '请{活动}[的]假[{kind}][{事由}]',
    '(请批准|请准|批准|申请)[我]{活动}[的]假[{kind}][{事由}]',
    '{活动}[我](有事|有急事|有点事)[要|想]请[个|一次]假[{事由}]',
    '{活动}[的]假[我][帮我]请[一下|一次]{事由}',
    `<我&{活动}&${cannotCome}[开会|参会|参加会议|参加活动][了]&[{事由}]>`,
    `{活动}${cannotCome}(，| |。){事由}`,
    `{事由}，{活动}[我]${cannotCome}`,
    `<我&{活动}&{事由}，&[会|会议|活动]${unable}>`,
    `<我&{活动}&{事由}&${unable}>`,
    `{活动}{事由}，[会|会议]${unable}`,
    '我{活动}{事由}，[会|会议](不去|不来|去不了|来不了|参加不了)[开会|参会]了',
    '我{活动}{事由}(不去|不来)了',
    '忘[记][了]请假[了]，[现在|还|这会儿|现在还][能|可以|来得及|能不能][再](请|补请|补|补个)[假|一下]{哪次活动}',
    '请(假|价){哪次活动}',
    '我请(假|价)(，| |。){哪次活动}{事由}',
  ],
  useCase: askLeave,
  input: ({ activity, kind, reason }) => ({
    activity,
    kind: kind?.kind ?? null,
    bySaying: kind?.bySaying ?? false,
    reason: reason ?? null,
  }),
});
