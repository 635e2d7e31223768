/** The bot for a command that only writes: it neither hears nor speaks. */
import { resolve } from 'node:path';
import pino from 'pino';
import { everything, type Channel } from '../app/ports/channel.js';
import { shanghaiNow } from '../clock.js';
import type { Config } from '../config.js';
import type { LoadedRulebook } from '../domain/rulebook/adopted.js';
import type { Bot } from '../start/bot.js';
import { createBot } from '../start/create-bot.js';
import { fileOf, serverOf } from '../store/connection.js';

/**
 * @param name of the command; no account is on such a channel
 * @throws KeyError when the key does not fit the database
 */
export function openSilentBot(config: Config, rulebook: LoadedRulebook, name: string): Promise<Bot> {
  const mute: Channel = {
    name,
    capabilities: { ...everything, hears: false, privateChat: false, pictures: false, files: false },
    start: () => Promise.resolve(),
    send: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
  return createBot({
    databaseFile: resolve(fileOf(config.DATABASE_URL)),
    ...serverOf(config.DATABASE_URL),
    ...(config.ZHIBU_KEY === undefined ? {} : { key: config.ZHIBU_KEY }),
    rulebook,
    channel: mute,
    clock: { now: shanghaiNow },
    ids: { claimCode: () => '', reference: () => name },
    log: pino({ level: 'warn' }, pino.destination({ fd: 2, sync: true })),
    botName: config.BOT_NAME,
  });
}
