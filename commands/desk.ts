import { openDesk } from '../src/app/desk/open.js';
import { defineCommand } from '../src/chat/define.js';

/** 桌面: a link into the desk in the browser, in private. */
export const command = defineCommand({
  name: '桌面',
  mistakenFor: ['网页', '后台'],
  summary: '在浏览器里办事：待办、积分、活动、名册',
  words: {},
  examples: ['/桌面'],
  useCase: openDesk,
  input: () => ({}),
});
