import { dirname, join, resolve } from 'node:path';
import { openWechatyChannel, type WechatyNews } from '../channels/wechaty/channel.js';
import { openWecomChannel } from '../channels/wecom/channel.js';
import { createWebhookChannel, webhookGroup, webhookName } from '../channels/webhook/channel.js';
import type { Channel } from '../app/ports/channel.js';
import type { Log } from '../app/ports/log.js';
import { fileNotFetched, fileTooLarge, kindOfFile } from '../chat/replies/files.js';
import { machineTimer, shanghaiNow } from '../clock.js';
import { ConfigError, type Config } from '../config.js';
import type { Bot, BotOptions } from './create-bot.js';
import { fileOf } from '../store/connection.js';

/** Where a branch really is. */
export type LiveChannel = Exclude<Config['CHANNEL'], 'local'>;

/** The channel of the settings that is not the local page; its library is loaded only now. */
export function openChannel(
  kind: LiveChannel,
  config: Config,
  log: Log,
  onNews: (news: WechatyNews) => void,
): Promise<Channel> {
  const common = {
    botName: config.BOT_NAME,
    timer: machineTimer,
    log,
    says: { tooLarge: fileTooLarge, notFetched: fileNotFetched(), untitled: kindOfFile },
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

/** The channels that only send, beside the one that hears. */
export function openBroadcasts(config: Config): NonNullable<BotOptions['broadcasts']> {
  const { WECOM_WEBHOOK_KEY: key, WECOM_WEBHOOK_URL: url, CHANNEL } = config;
  if (key === undefined) return [];
  const isSameService = CHANNEL === 'wecom';
  const channel = createWebhookChannel({ url, key, knowsAccounts: isSameService });
  const where = config.WECOM_WEBHOOK_GROUP ?? (isSameService ? 'same' : 'other');
  return [{ channel, instead: where === 'same' }];
}

/** The groups that the settings name are the branch's. */
export async function bindGroups(bot: Bot, branch: string, config: Config, channel: Channel): Promise<void> {
  if (config.WECOM_WEBHOOK_KEY !== undefined) await bot.store.bindGroup(branch, webhookName, webhookGroup);
  const groups = { local: undefined, wecom: config.WECOM_GROUP, wechaty: config.WECHATY_ROOM };
  const group = groups[config.CHANNEL];
  if (group !== undefined) await bot.store.bindGroup(branch, channel.name, group);
}

/** The branch that groups of the settings are of: the named one, or the only one. */
export function branchOf(bot: Bot, config: Config): string {
  const known = bot.store.branches();
  const { BRANCH_NAME: wanted } = config;
  if (wanted !== undefined) {
    const named = known.find(({ name }) => name === wanted);
    if (named === undefined)
      throw new ConfigError(`还没有支部“${wanted}”,请先导入名册:npm run roster -- 名册.xlsx`);
    return named.id;
  }
  const [only] = known;
  if (only === undefined)
    throw new ConfigError(
      '还没有支部:请在 .env 里写 BRANCH_NAME=支部名称,并先导入名册:npm run roster -- 名册.xlsx',
    );
  return only.id;
}
