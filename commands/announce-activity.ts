import { announceActivity, listActivities } from '../src/app/attendance/announce.js';
import { defineCommand, form, offered } from '../src/chat/define.js';
import { tell, whenOrWhere } from '../src/chat/plain/phrases.js';
import { activityKind, audienceWord, flagWord, placeWord } from '../src/chat/words/life/activities.js';
import { comingTime, endTime } from '../src/chat/words/dates/date-words.js';
import { textNamed } from '../src/chat/words/plain.js';

/** 活动: alone it lists what is ahead; with words it announces in the group, wherever it was typed. */
export const command = defineCommand({
  name: '活动',
  mistakenFor: ['开会', '会议', '通知'],
  byCopy: true,
  act: '通知活动',
  summary: '查看或通知活动',
  summaryOfLooking: '查看近期的活动',
  forms: [
    form({
      lead: '',
      words: {},
      examples: ['/活动'],
      says: [
        '<[最近|近期|近来|接下来|后面|这周|本周|这个月|本月|下周|下个月|这几天|今天|明天|后天|周末]&[支部]&[还|都]有[什么|啥|哪些]&(活动|会议|会|安排)&[要开|要参加|安排]&[没有|没|吗]>',
        '(这礼拜|这星期|本星期|下礼拜|下星期|这两天|这几天|月底|国庆前|周末|近几天)[支部][还|都]有[什么|啥|哪些](活动|会|会议|安排)[没有|没|吗]',
        '[最近|近期|近来|这周|本周|这个月|本月|下周|这几天]活动[安排|有哪些|都有哪些|是什么|有什么]',
        '[最近|近期|接下来|这周|本周|下周|这个月|本月|今天|明天|周末][有|都有|还有](什么|啥|哪些)(安排|活动|会|会议)',
        '[最近|近期|这周|本周|这个月|本月|下周|这几天|今天|明天|后天|周末]有[没有](活动|会|会议)[安排][没有|没|吗]',
        `{某活动}[是](开|上|召开|举行|集合|开始)[是][在|到]${whenOrWhere}[(，| |？|?)[在|是]${whenOrWhere}[开|上|召开]]`,
        `{某活动}[是|安排|在|到]${whenOrWhere}[开|上|召开|集合|举行|开始|搞][会][(，| |？|?)[在|是]${whenOrWhere}[开|上|召开]]`,
        `[在|是]${whenOrWhere}(开|召开|上|搞){某活动}`,
        `{某活动}[是]{某日}[的]${whenOrWhere}[开|上|召开]`,
        `[在|是]${whenOrWhere}开会`,
        '(最近|近期|这周|本周|下周|今天|明天)(开会|开不开会)[吗|么|不]',
        `(下回|下次|下一回|下一次|下一个)[支部](开会|活动|会|会议|学习)[时间]<[是|安排在|定在|在|都]${whenOrWhere}&[在|是]${whenOrWhere}>[开|举行|召开|开始]`,
        `(下次|下一次|下一个)[支部](开会|活动|会|会议)[是|安排在|定在|在]${whenOrWhere}[，|在|、|跟|和]${whenOrWhere}[开]`,
        '[支部][最近|近期|这周|本周|这个月|本月|下周|下个月][都](安排|组织|搞|计划)[了](什么|啥|哪些)(活动|会|会议|学习)[安排]',
        `(下次|下一次|下回|下一回|最近)(开会|活动|会)[是]${whenOrWhere}`,
        `(下次|下一次)[是]${whenOrWhere}[再]开会`,
        '[最近|近期|这周|本周|下周](开|召开)(什么|啥|哪些)会',
        '(这周|下周|本周|这个月)(几|周几|星期几|几号|哪天)[要]开会',
        `{某活动}${whenOrWhere}[在]${whenOrWhere}[开|上|召开|集合]`,
        '(明天|今天|后天|这周|下周|周末)(开会|有会|有活动)[吗|么|没有|没]',
      ],
      reads: true,
      useCase: listActivities,
      input: () => ({}),
    }),
    form({
      words: { kind: activityKind, at: comingTime, until: endTime.optional(), place: placeWord },
      anyOrder: true,
      keywords: {
        ...{ 对象: audienceWord, 自愿: flagWord, 另开: offered(flagWord) },
        议题: { ...textNamed('议题'), takesRest: true, offersRest: true },
      },
      examples: [
        '/活动 支部大会 12月28日15:00 三楼会议室',
        '/活动 公益 12月30日9:00 社区广场 对象 在职 自愿 议题 清洁家园',
      ],
      says: [
        `<[${tell}]&{日期时间}&[[集合|会议|活动]地点[是|在|定]|集合|在|到|去|赴|前往]{地点}&[开展|开|召开|举行|举办|组织|搞|上|听|学|讲|办|安排|进行|召集]{类型}&[[请|组织|带领|带](全体党员|全体|大家|各位|全体同志|党员)]&[[都](参加|准时参加|按时参加|准时到会)]&[(发|发布|通知)[个|一个]通知|通知大家|发出去|发到群里|通知到群里]>`,
        `<[${tell}]&{日期时间}&[[集合|会议|活动]地点[是|在|定]|集合|在|到|去|赴|前往]{地点}&[开展|开|召开|举行|举办|组织|搞|上|听|学|讲|办|安排|进行]{类型}>，[主题|内容|议题][是|为|：]{议题}`,
        `<[${tell}]&{日期时间}&[[集合|会议|活动]地点[是|在|定]|集合|在|到|去|赴|前往]{地点}&[开展|开|召开|举行|举办|组织|搞|上|听|学|讲|办|安排|进行]{类型}&(自愿参加|自愿){+自愿}>`,
        `<[${tell}]&[开展|开|召开|举行|举办|组织|搞|上|听|学|讲|办|安排][一次|一场|一堂|个|一个]{类型}&[时间[是|为|定|定在|定于]|定|定在|定于|安排]{日期时间}&[[集合|会议|活动]地点[是|在|定]|集合|在|到|去|赴|前往]{地点}&[开|召开|举行|参加]>`,
      ],
      useCase: announceActivity,
      input: ({ kind, at, until, place, 对象: audience, 自愿: voluntary, 另开: another, 议题: topic }) => ({
        kind,
        at,
        // The reply says when it ends; that also gives its 学时.
        until: until ?? null,
        place: until === undefined ? place : `${place}（至${until}）`,
        audience: audience ?? null,
        voluntary: voluntary ?? false,
        topic: topic ?? null,
        another: another ?? false,
      }),
    }),
  ],
});
