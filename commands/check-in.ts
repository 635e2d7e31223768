import { checkIn } from '../src/app/attendance/check-in.js';
import { defineCommand } from '../src/chat/define.js';
import { activityWord } from '../src/chat/words/life/which-activity.js';

/** 签到: around the start; alone it means the open activity. */
export const command = defineCommand({
  name: '签到',
  mistakenFor: ['打卡', '报到'],
  summary: '活动开始前后自行签到',
  words: { activity: activityWord('checkIn').optional() },
  examples: ['/签到', '/签到 支部大会'],
  says: [
    '<签[个]到&[{活动}]&[到|来|已到会|已到|到会场|到会议室|到现场|已到场|到场|来开会|已到会场]>',
    '[{活动}]签到[签到]',
    '打卡',
    '我(已到|到)(会场|会议室|现场)',
  ],
  useCase: checkIn,
  input: ({ activity }) => ({ activity: activity ?? null }),
});
