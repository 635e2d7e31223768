import type { NewGroups } from '../chat/hearing/hearing.js';
import type { ConnectionState } from '../app/ports/channel.js';
import type { Log } from '../app/ports/log.js';
import { shanghaiNow } from '../clock.js';
import type { Config } from '../config.js';
import type { LoadedRulebook } from '../domain/rulebook/adopted.js';
import { startHealth } from '../web/health.js';
import { bindGroups, branchOf, openChannel, type LiveChannel } from './channels.js';
import { openLoginDesk } from './wechat-login.js';
import { openBot, print } from './open-bot.js';
import { keepRunning } from './keep-running.js';
import { branchLine } from './sample.js';
import { startOn } from './start-on.js';

const notYet = '还没有连上,会一直重试';
const beginnings: { readonly [S in ConnectionState]: string } = {
  connecting: notYet,
  connected: '已连接',
  lost: notYet,
  loginNeeded: '等待登录',
  displaced: '已被另一处登录顶替',
};

/** The bot where a branch really is: on the channel of the settings, without the page. */
export async function startLive(
  kind: LiveChannel,
  config: Config,
  rulebook: { readonly loaded: LoadedRulebook; readonly file: string },
  log: Log,
): Promise<void> {
  const clock = { now: shanghaiNow };
  const desk = openLoginDesk({
    room: config.WECHATY_ROOM ?? '',
    gateway: gatewayOf(config),
    url: `http://127.0.0.1:${config.PORT}/login`,
    isTerminal: process.stdout.isTTY,
    print,
  });
  const channel = await openChannel(kind, config, log, (news) => desk.hear(news));
  const groupsSeen = new Set<string>();
  const newGroups: NewGroups = {
    adopted: (branch, group) =>
      print(`已把群 ${group} 作为“${branch}”的支部群。如果不对,请在 .env 里写 WECOM_GROUP。`),
    unknown(group) {
      if (groupsSeen.has(group)) return;
      groupsSeen.add(group);
      print(`有人在别的群里找机器人。如果那才是支部群,请在 .env 里写 WECOM_GROUP=${group} 后重新启动。`);
    },
  };
  // An account of WeCom is heard only where it was put; one of WeChat is in groups of all kinds.
  const adopts = kind === 'wecom' ? { newGroups } : {};
  const bot = await openBot({ config, rulebook: rulebook.loaded, channel, clock, log, ...adopts });
  const branch = branchOf(bot, config);
  await bindGroups(bot, branch, config, channel);
  // The port is tried first: nothing is said to anybody before the start is certain.
  const health = await startHealth(
    () => bot.health(),
    config.PORT,
    kind === 'wechaty' ? () => desk.view() : undefined,
  );
  await startOn(bot, rulebook.file);
  keepRunning(bot, clock, log, async () => {
    await health.close();
    await bot.stop();
  });
  const { state } = bot.health().connections[0] ?? { state: 'connecting' };
  print(branchLine(bot, branch, config));
  print(
    `支部机器人已启动:${channel.title ?? channel.name}(${beginnings[state]}),状态见 ${health.url}(按 Ctrl+C 停止)`,
  );
}

function gatewayOf(config: Config): 'none' | 'byAddress' | 'byToken' {
  if (config.WECHATY_PUPPET !== 'wechaty-puppet-service') return 'none';
  return config.WECHATY_PUPPET_SERVICE_ENDPOINT === undefined ? 'byToken' : 'byAddress';
}
