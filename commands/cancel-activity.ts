import { cancelActivity } from '../src/app/attendance/replan.js';
import { defineCommand } from '../src/chat/define.js';
import { activityWord } from '../src/chat/words/life/which-activity.js';
import { textNamed } from '../src/chat/words/plain.js';

/** 取消活动: tells the group; open matters of the activity lapse. */
export const command = defineCommand({
  name: '取消活动',
  byCopy: true,
  summary: '取消活动，并在群里通知',
  words: { activity: activityWord('plan'), reason: textNamed('原因') },
  examples: ['/取消活动 支部大会 与全局会议冲突'],
  says: [
    '[通知[大家|一下]]取消{活动}，{原因}',
    '<{活动}&(取消|不开|不搞|不上|不办|不举行|停开)[掉|了]>[吧](，| |。|：|；){原因}',
    '(因为|因|由于|受){原因}[影响|，]{活动}(取消|不开|不搞|停开|不上|不办)[掉|了]',
    '{活动}(因为|因|由于){原因}(取消|不开|不搞)',
    '{原因}，<{活动}&取消[掉|了]>',
    '{活动}[暂时|临时](搞|开|办|上|去|举行)(不成|不了)，取消[掉|了][吧]，{原因}',
    '{活动}[暂时|临时](搞|开|办|上|去|举行)(不成|不了)，{原因}，取消[掉|了][吧]',
    '{活动}(不开|不搞|不上|不办)[了]，{原因}，取消[掉|了]',
    '{活动}(不开|不搞|不上|不办)[了]，取消[掉|了]，{原因}',
  ],
  useCase: cancelActivity,
  input: ({ activity, reason }) => ({ activity, reason }),
});
