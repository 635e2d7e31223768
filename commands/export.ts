import { exportActivities } from '../src/app/papers/export.js';
import { defineCommand } from '../src/chat/define.js';
import { activityOrSpan } from '../src/chat/words/life/records.js';

/** 导出: archives of activities for the cloud platform; in private. */
export const command = defineCommand({
  name: '导出',
  mistakenFor: ['上传', '云平台'],
  summary: '取上传云平台用的活动资料包',
  note: '不写活动和期间，给的是已结束、还没有导出过的活动。',
  lead: '活动',
  words: { what: activityOrSpan.optional() },
  examples: ['/导出 活动', '/导出 活动 支部大会', '/导出 活动 三季度', '/导出 活动 2026'],
  useCase: exportActivities,
  input: ({ what }) => ({ activity: what?.activity ?? null, span: what?.span ?? null }),
});
