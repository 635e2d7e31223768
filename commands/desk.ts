import { openDesk } from '../src/app/desk/open.js';
import { defineCommand } from '../src/chat/define.js';
import { send, sent } from '../src/chat/plain/phrases.js';

/** 桌面: a link into the desk in the browser, in private. */
export const command = defineCommand({
  name: '桌面',
  mistakenFor: ['网页', '后台'],
  summary: '在浏览器里办事：待办、积分、活动、名册',
  words: {},
  examples: ['/桌面'],
  says: [
    `${send}(桌面|网页|后台|电脑版|网页版|浏览器)[的](链接|网址|地址|入口|登录链接|登录地址)${sent}`,
    `${send}桌面${sent}`,
    '(怎么|咋|在哪|从哪)[里|儿](上|进|登|登录|打开)(桌面|网页|后台|网页版|电脑版)',
    '[我][要|想](打开|登录|进入|登|上|进|用|去)(桌面|网页版|后台)',
  ],
  reads: true,
  useCase: openDesk,
  input: () => ({}),
});
