import { checkIn } from '../src/app/attendance/check-in.js';
import { defineCommand } from '../src/chat/define.js';
import { activityWord } from '../src/chat/words/life/which-activity.js';

/** 签到: around the start; alone it means the open activity. */
export const command = defineCommand({
  name: '签到',
  summary: '活动开始前后自行签到',
  words: { activity: activityWord('checkIn').optional() },
  examples: ['/签到', '/签到 支部大会'],
  useCase: checkIn,
  input: ({ activity }) => ({ activity: activity ?? null }),
});
