import { dirname, join, resolve } from 'node:path';
import type { Channel, ConnectionState } from '../../app/ports/channel.js';
import type { Log } from '../../app/ports/log.js';
import { openWechatyChannel, type WechatyNews } from '../../channels/wechaty/channel.js';
import { openWecomChannel } from '../../channels/wecom/channel.js';
import type { NewGroups } from '../../chat/hearing/hearing.js';
import { settledButton } from '../../chat/replies/plain/sentences.js';
import { welcome } from '../../chat/replies/roster/strangers.js';
import { fileNotFetched, fileTooLarge, kindOfFile } from '../../chat/voice.js';
import { machineTimer, shanghaiNow } from '../../clock.js';
import { ConfigError, type Config } from '../../config.js';
import { fileOf } from '../../store/connection.js';
import { startHealth } from '../../web/health.js';
import type { Bot, Place } from '../bot.js';
import { openWechatLogin } from './wechat-login.js';

type LiveChannel = Exclude<Config['CHANNEL'], 'local'>;

const notYet = '还没有连上，会一直重试';
const beginnings: { readonly [S in ConnectionState]: string } = {
  connecting: notYet,
  connected: '已连接',
  lost: notYet,
  loginNeeded: '等待登录',
  displaced: '已被另一处登录顶替',
};

/** A real branch: the channel of the settings, without the page. */
export async function openLive(
  kind: LiveChannel,
  config: Config,
  log: Log,
  print: (line: string) => void,
): Promise<Place> {
  const login = openWechatLogin({
    room: config.WECHATY_ROOM ?? '',
    gateway: gatewayOf(config),
    url: `http://127.0.0.1:${config.PORT}/login`,
    isTerminal: process.stdout.isTTY,
    print,
  });
  const channel = await openChannel(kind, config, log, (news) => login.hear(news));
  return {
    channel,
    clock: { now: shanghaiNow },
    // WeCom hears only groups it was added to; a WeChat account is in groups of all kinds.
    ...(kind === 'wecom' ? { newGroups: tellOfGroups(print) } : {}),
    branch: (bot) => branchOf(bot, config),
    serve: (bot, _branch, desk) =>
      startHealth(
        () => bot.health(),
        config.PORT,
        desk.serve(bot, { hasChat: false }),
        kind === 'wechaty' ? () => login.view() : undefined,
        () => bot.metered(),
      ),
    whereabouts(bot, url) {
      const { state } = bot.health().connections[0] ?? { state: 'connecting' };
      return `${channel.title ?? channel.name}（${beginnings[state]}），状态见 ${url}`;
    },
    close: () => undefined,
  };
}

/** The channel of the settings, unless it is the local page; its library is loaded only now. */
function openChannel(
  kind: LiveChannel,
  config: Config,
  log: Log,
  onNews: (news: WechatyNews) => void,
): Promise<Channel> {
  const common = {
    botName: config.BOT_NAME,
    timer: machineTimer,
    log,
    says: {
      tooLarge: fileTooLarge,
      notFetched: fileNotFetched(),
      untitled: kindOfFile,
      welcome: welcome(),
      settledButton,
    },
  };
  switch (kind) {
    case 'wecom': {
      const { WECOM_BOT_ID: botId = '', WECOM_BOT_SECRET: secret = '', WECOM_WS_URL: wsUrl } = config;
      const address = wsUrl === undefined ? {} : { wsUrl };
      return openWecomChannel({ ...common, botId, secret, ...address, clock: { now: shanghaiNow } });
    }
    case 'wechaty':
      return openWechatyChannel({
        ...common,
        puppet: config.WECHATY_PUPPET,
        room: config.WECHATY_ROOM ?? '',
        session: join(dirname(resolve(fileOf(config.DATABASE_URL))), 'wechaty'),
        onNews,
      });
  }
}

function tellOfGroups(print: (line: string) => void): NewGroups {
  const groupsSeen = new Set<string>();
  return {
    adopted: (branch, group) =>
      print(`已把群 ${group} 作为“${branch}”的支部群。如果不对，请在 .env 里写 WECOM_GROUP。`),
    unknown(group) {
      if (groupsSeen.has(group)) return;
      groupsSeen.add(group);
      print(`有人在别的群里找机器人。如果那才是支部群，请在 .env 里写 WECOM_GROUP=${group} 后重新启动。`);
    },
  };
}

/** The branch that the groups of the settings belong to: the named one, or the only one. */
function branchOf(bot: Bot, config: Config): string {
  const { BRANCH_NAME: wanted } = config;
  if (wanted !== undefined) {
    const named = bot.store.branchNamed(wanted);
    if (named === undefined)
      throw new ConfigError(`还没有支部“${wanted}”，请先导入名册：npm run roster -- 名册.xlsx`);
    return named.id;
  }
  const [only] = bot.store.firstBranches(1);
  if (only === undefined)
    throw new ConfigError(
      '还没有支部：请在 .env 里写 BRANCH_NAME=支部名称，并先导入名册：npm run roster -- 名册.xlsx',
    );
  return only.id;
}

function gatewayOf(config: Config): 'none' | 'byAddress' | 'byToken' {
  if (config.WECHATY_PUPPET !== 'wechaty-puppet-service') return 'none';
  return config.WECHATY_PUPPET_SERVICE_ENDPOINT === undefined ? 'byToken' : 'byAddress';
}
