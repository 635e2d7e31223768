import { takeMinutes } from '../src/app/attendance/minutes.js';
import { defineCommand } from '../src/chat/define.js';
import { activityWord, hostWord } from '../src/chat/words/activities.js';
import { textNamed } from '../src/chat/words/plain.js';

/** 纪要: may be written again, before and after the closing; the last one counts. */
export const command = defineCommand({
  name: '纪要',
  summary: '记录活动内容和决议',
  words: { activity: activityWord('minutes'), host: hostWord.optional(), minutes: textNamed('正文') },
  keywords: { 决议: { ...textNamed('决议'), takesRest: true } },
  examples: ['/纪要 支部大会 学习党章', '/纪要 支部大会 主持 李强 讨论全年计划 决议 通过'],
  useCase: takeMinutes,
  input: ({ activity, host, minutes, 决议: decisions }) => ({
    activity,
    host: host ?? null,
    minutes,
    decisions: decisions ?? null,
  }),
});
