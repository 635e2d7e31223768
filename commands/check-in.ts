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
    '<(签[个]到|打[个]卡|报[个]到)&[{活动}]&[[人|我|本人][已经|已](到|在|来|到达)[会|场|会场|会议室|现场|位|门口|开会]]&[[正|就|已经]在(会场|会议室|现场|屋里|门口|一楼|二楼|三楼|四楼|五楼|六楼|楼上)[里][坐着|坐好|等着|坐下]]>',
    '[{活动}]签到[签到]',
    '我[已经|已](到|来)[坐在后面|坐下|进来|入座]',
    '我[已经|已](到|在)(会场|会议室|现场)[里]',
    '<我[已经|已](坐到|坐在|走到|进到|进|到|在|来到|赶到)(会场|会议室|现场|屋里|楼下|门口)[里|了|上]&[帮我|给我](签[个]到|打[个]卡|报[个]到)>',
  ],
  useCase: checkIn,
  input: ({ activity }) => ({ activity: activity ?? null }),
});
