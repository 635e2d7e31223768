import { announceActivity, listActivities } from '../src/app/attendance/announce.js';
import { defineCommand, form, offered } from '../src/chat/define.js';
import { activityKind, audienceWord, flagWord, placeWord } from '../src/chat/words/life/activities.js';
import { comingTime, endTime } from '../src/chat/words/dates/date-words.js';
import { textNamed } from '../src/chat/words/plain.js';

/** 活动: alone it lists what is ahead; with words it announces in the group, wherever it was typed. */
export const command = defineCommand({
  name: '活动',
  mistakenFor: ['开会', '会议', '通知'],
  summary: '查看或通知活动',
  forms: [
    form({
      lead: '',
      words: {},
      examples: ['/活动'],
      useCase: listActivities,
      input: () => ({}),
    }),
    form({
      words: { kind: activityKind, at: comingTime, until: endTime.optional(), place: placeWord },
      anyOrder: true,
      keywords: {
        ...{ 对象: audienceWord, 自愿: flagWord, 另开: offered(flagWord) },
        议题: { ...textNamed('议题'), takesRest: true },
      },
      examples: [
        '/活动 支部大会 12月28日15:00 三楼会议室',
        '/活动 公益 12月30日9:00 社区广场 对象 在职 自愿 议题 清洁家园',
      ],
      useCase: announceActivity,
      input: ({ kind, at, until, place, 对象: audience, 自愿: voluntary, 另开: another, 议题: topic }) => ({
        kind,
        at,
        // When it ends is only told.
        place: until === undefined ? place : `${place}（至${until}）`,
        audience: audience ?? null,
        voluntary: voluntary ?? false,
        topic: topic ?? null,
        another: another ?? false,
      }),
    }),
  ],
});
