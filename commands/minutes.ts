import { takeMinutes } from '../src/app/attendance/minutes.js';
import { defineCommand } from '../src/chat/define.js';
import { activityWord } from '../src/chat/words/life/which-activity.js';
import { flagWord, hostWord } from '../src/chat/words/life/activities.js';
import { textNamed } from '../src/chat/words/plain.js';

/** 纪要: may be written again, before and after the closing; the last text counts, pictures are added. */
export const command = defineCommand({
  name: '纪要',
  manyLines: true,
  summary: '记录活动内容和决议，保存活动图片',
  note: '图片随这一行发，或先发“/纪要 活动”再发图片；“重附”换掉原有的图片。企业微信里的图片请在私聊里发。',
  words: {
    activity: activityWord('minutes'),
    host: hostWord.optional(),
    minutes: textNamed('正文').optional(),
  },
  keywords: { 重附: flagWord, 决议: { ...textNamed('决议'), takesRest: true } },
  examples: ['/纪要 支部大会 学习党章', '/纪要 支部大会 主持 李强 讨论全年计划 决议 通过', '/纪要 支部大会'],
  useCase: takeMinutes,
  input: ({ activity, host, minutes, 重附: anew, 决议: decisions }) => ({
    activity,
    host: host ?? null,
    minutes: minutes ?? null,
    decisions: decisions ?? null,
    anew: anew ?? false,
  }),
});
