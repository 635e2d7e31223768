import { startPage } from '../../src/web/page.js';
import { echoBot, freshWorld, GROUP, ignore, privateOf, removeWorlds } from './local.js';

/** `npx tsx tests/support/local-demo.ts [port]`: the page with a stand-in for the bot, to look at while designing. */
const { world } = freshWorld();
await world.channel.start(echoBot(world), ignore);
const say = async (account: string, text: string): Promise<void> => {
  const chat = text.startsWith('>') ? privateOf(account) : GROUP;
  await (
    await world.say(account, chat, text.replace(/^>/, ''), [])
  ).handled;
};
await say('zhaomin', '同志们早上好，本周六下午的主题党日请大家提前安排好工作。');
await say('zhaomin', '/加分 张三 8 公益活动');
world.clock.moveTo('2026-11-23T09:12:00');
await say('aynur', '收到');
await say('zhuge', '/证明 1');
await say('liqiang', '>/积分');
await say(
  'zhangsan',
  `这是一条很长的消息。${'为了把活动办得更扎实，我们提前走访了社区。'.repeat(8)}\n第二行\n第三行`,
);
await say('wangfang', '/请假 支部大会 公出');
const { url } = await startPage({
  world,
  host: '127.0.0.1',
  port: Number(process.argv[2] ?? '3210'),
  moveClock: async (to) => {
    world.clock.moveTo(to);
    await world.channel.send({
      key: `push-${to}`,
      chat: GROUP,
      text: `2026年第三季度积分公示\n${to}`,
      files: [],
    });
  },
  quarterOpening: () => '2027-01-04T09:00:00',
  suggestions: () =>
    Promise.resolve(
      [
        '/帮助',
        '/积分',
        '/明细',
        '/待办',
        '/请假 支部大会',
        '/申报 8 献血',
        '/确认 1',
        '/活动',
        '/细则 8',
      ].map((line) => ({
        line,
        summary: `${line} 的说明`,
      })),
    ),
  log: { info: () => undefined, error: (facts, message) => console.error(message, facts) },
});
console.log(url);
process.on('SIGINT', () => {
  removeWorlds();
  process.exit(0);
});
