import { rescheduleActivity } from '../src/app/attendance/replan.js';
import { defineCommand } from '../src/chat/define.js';
import { movedTo } from '../src/chat/plain/phrases.js';
import { textNamed } from '../src/chat/words/plain.js';
import { activityWord } from '../src/chat/words/life/which-activity.js';
import { newTime } from '../src/chat/words/dates/date-words.js';

/** 改期: a new time, a new place, or both; leave that was asked for stays valid. */
export const command = defineCommand({
  name: '改期',
  byCopy: true,
  act: '更改活动时间',
  summary: '更改活动的时间或地点，并在群里通知',
  words: { activity: activityWord('move'), at: newTime },
  keywords: { 地点: { ...textNamed('地点'), offersRest: true } },
  anyOrder: true,
  examples: ['/改期 支部大会 12月29日15:00', '/改期 支部大会 地点 二楼会议室'],
  says: [
    '{活动}[的](顺延|推迟|延后|提前|往后推|延期)[一|两|二|三|几][周|天|个星期|小时|个小时]，(改到|改成|改在|改为|改|定在|定到){新时间}',
    '{活动}[的][时间|召开时间][改一下|改下|改|调一下|变|有变|有变化|变动|调整](改期到|改期至|改期为|改至|延至|推迟至|提前至|调至|改到|改成|改在|改为|改|推迟到|推到|提前到|延到|延期到|延后到|延迟到|往后推到|挪到|调到|调整到|调整为|变更为|换到|换成|顺延到|顺延至|延后至|定在|定到){新时间}[开|召开|举行]',
    `<{活动}[的][时间|召开时间]&[有变|有变化|变了]&${movedTo}{新时间}&[开|召开|举行]>`,
    '{活动}[的][时间|召开时间][改成|改为]{推移}[开|召开|举行]',
    '(推迟|提前|延期|改期){活动}[到|至]{新时间}',
  ],
  useCase: rescheduleActivity,
  input: ({ activity, at, 地点: where }) => ({ activity, at, where: where ?? null }),
});
