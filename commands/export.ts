import { exportActivities, leaveOutOfExport } from '../src/app/papers/export.js';
import { defineCommand, form } from '../src/chat/define.js';
import { activityWord } from '../src/chat/words/life/which-activity.js';
import { activityOrSpan } from '../src/chat/words/life/records.js';

/** 导出: archives of activities for the cloud platform; in private. */
export const command = defineCommand({
  name: '导出',
  mistakenFor: ['上传', '云平台'],
  summary: '取上传云平台用的活动资料包',
  note: '不写活动和期间，给的是一年之内已结束、还没有导出过的活动；不用上传的写“/导出 不上传 活动”，不再提醒。',
  forms: [
    form({
      lead: '活动',
      words: { what: activityOrSpan.optional() },
      examples: ['/导出 活动', '/导出 活动 支部大会', '/导出 活动 三季度', '/导出 活动 2026'],
      useCase: exportActivities,
      input: ({ what }) => ({ activity: what?.activity ?? null, span: what?.span ?? null }),
    }),
    form({
      lead: '不上传',
      words: { activity: activityWord('archive') },
      examples: ['/导出 不上传 支部大会'],
      useCase: leaveOutOfExport,
      input: ({ activity }) => ({ activity }),
    }),
  ],
});
