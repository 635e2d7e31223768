import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import type { Channel } from '../app/ports/channel.js';
import type { Clock } from '../app/ports/clock.js';
import type { Log } from '../app/ports/log.js';
import type { Config } from '../config.js';
import type { LoadedRulebook } from '../domain/rulebook/adopted.js';
import { createBot, type Bot, type BotOptions } from './create-bot.js';
import { fileOf } from '../store/connection.js';
import { openBroadcasts } from './channels.js';
import { withDatabaseFile } from './database-file.js';

export interface Opening {
  readonly config: Config;
  readonly rulebook: LoadedRulebook;
  readonly channel: Channel;
  readonly clock: Clock;
  readonly log: Log;
  readonly newGroups?: BotOptions['newGroups'];
}

/** The bot of the settings, on whatever channel; a key that was made for it is announced at once. */
export async function openBot({ config, rulebook, channel, clock, log, newGroups }: Opening): Promise<Bot> {
  const databaseFile = resolve(fileOf(config.DATABASE_URL));
  const bot = await withDatabaseFile(databaseFile, () =>
    createBot({
      databaseFile,
      ...(config.ZHIBU_KEY === undefined ? {} : { key: config.ZHIBU_KEY }),
      ...(config.BACKUP_FOLDER === undefined ? {} : { backupFolder: resolve(config.BACKUP_FOLDER) }),
      ...(newGroups === undefined ? {} : { newGroups }),
      rulebook,
      channel,
      broadcasts: openBroadcasts(config),
      clock,
      ids: {
        claimCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
        reference: () => `E${String(randomInt(1_000_000)).padStart(6, '0')}`,
      },
      log,
      botName: config.BOT_NAME,
      announce: print,
      notifyOperator: (line) => process.stderr.write(`${line}\n`),
    }),
  );
  if (bot.madeKeyFile !== null)
    print(`已生成密钥文件 ${bot.madeKeyFile},请妥善保管并另存一份:没有它,数据库里的内容无法读出。`);
  return bot;
}

/** To whoever sits at the machine. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
