import type { NewGroups } from '../chat/ears.js';
import type { Log } from '../app/ports/log.js';
import { shanghaiNow } from '../clock.js';
import type { Config } from '../config.js';
import type { LoadedRulebook } from '../domain/rulebook/adopted.js';
import { startHealth } from '../web/health.js';
import { bindGroups, branchOf, openChannel } from './channels.js';
import { openBot, print } from './open-bot.js';
import { keepRunning } from './keep-running.js';
import { startOn } from './start-on.js';

/** The bot where a branch really is: on the channel of the settings, without the page. */
export async function startLive(
  config: Config,
  rulebook: LoadedRulebook,
  rulebookFile: string,
  log: Log,
): Promise<void> {
  const clock = { now: shanghaiNow };
  const channel = await openChannel(config, log);
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
  const bot = await openBot({ config, rulebook, channel, clock, log, newGroups });
  await bindGroups(bot, branchOf(bot, config), config, channel);
  // The port is tried first: nothing is said to anybody before the start is certain.
  const health = await startHealth(() => bot.health(), config.PORT);
  await startOn(bot, rulebookFile);
  keepRunning(bot, clock, log, async () => {
    await health.close();
    await bot.stop();
  });
  const { state } = bot.health().connections[0] ?? { state: 'connecting' };
  const how = state === 'connected' ? '已连接' : '还没有连上,会一直重试';
  print(`支部机器人已启动:${channel.title ?? channel.name}(${how}),状态见 ${health.url}(按 Ctrl+C 停止)`);
}
