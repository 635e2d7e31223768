/**
 * From the settings to the running bot: one sequence for every channel. The page of this machine and a real branch
 * differ only in their `Place`.
 */
import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import { schedule } from 'node-cron';
import pino from 'pino';
import { failureOf } from '../app/failure.js';
import type { Channel } from '../app/ports/channel.js';
import type { Clock } from '../app/ports/clock.js';
import type { Log } from '../app/ports/log.js';
import type { ClockDoubt } from '../app/status/says.js';
import { createWebhookChannel, webhookGroup, webhookName } from '../channels/webhook/channel.js';
import { clockDoubtText } from '../chat/replies/status/sentences.js';
import type { Config } from '../config.js';
import type { LoadedRulebook } from '../domain/rulebook/adopted.js';
import { OperatorError } from '../operator-error.js';
import { projectFolder } from '../project-folder.js';
import { fileOf, serverOf } from '../store/connection.js';
import type { Bot, BotOptions, Place } from './bot.js';
import { createBot } from './create-bot.js';
import { withDatabaseFile } from './database-file.js';
import { startDesk, type StartedDesk } from './desk.js';
import { beOnlyOne } from './only-one.js';
import { openLive } from './places/live.js';
import { openLocal } from './places/local.js';
import { openPlainModel } from './plain-model.js';
import { loadRulebook, withSameRulebook } from './files/rulebook-file.js';
import { branchLine, isSample } from './places/sample.js';

/** Runs until the process is asked to end. @throws errors that `sentenceFor` explains */
export async function startProgram(config: Config): Promise<void> {
  const log = pino({ level: config.LOG_LEVEL }, pino.destination({ fd: 2, sync: true }));
  const rulebookFile = resolve(projectFolder(), config.RULEBOOK);
  const rulebook = await loadRulebook(rulebookFile);
  const databaseFile = resolve(fileOf(config.DATABASE_URL));
  const leave = await withDatabaseFile(databaseFile, () => beOnlyOne(databaseFile, config, print));
  const place =
    config.CHANNEL === 'local'
      ? await openLocal(config, rulebook.rulebook, log, print)
      : await openLive(config.CHANNEL, config, log, print);
  const desk = startDesk(config, rulebook, place.clock, log);
  const bot = await openBot(config, rulebook, place, desk, log);
  const branch = await place.branch(bot);
  await bindGroups(bot, branch, config, place.channel);
  // The port comes first: nothing is said before the start is certain.
  const served = await place.serve(bot, branch, desk);
  const onDoubt = isSample(bot, branch, config) ? undefined : (doubt: ClockDoubt) => askForClock(bot, doubt);
  await withSameRulebook(rulebookFile, () => bot.start(onDoubt));
  keepRunning(bot, place.clock, log, async () => {
    await served.close();
    await bot.stop();
    place.close();
    leave();
  });
  print(branchLine(bot, branch, config));
  print(`支部机器人已启动：${place.whereabouts(bot, served.url)} （按 Ctrl+C 停止）`);
}

/** Announces a newly made key at once. */
async function openBot(
  config: Config,
  rulebook: LoadedRulebook,
  { channel, clock, newGroups }: Place,
  { invite }: StartedDesk,
  log: Log,
): Promise<Bot> {
  const databaseFile = resolve(fileOf(config.DATABASE_URL));
  const bot = await withDatabaseFile(databaseFile, () =>
    createBot({
      databaseFile,
      ...serverOf(config.DATABASE_URL),
      ...(config.ZHIBU_KEY === undefined ? {} : { key: config.ZHIBU_KEY }),
      ...(config.BACKUP_FOLDER === undefined ? {} : { backupFolder: resolve(config.BACKUP_FOLDER) }),
      copies: copiesOf(config),
      ...plainModelOf(config),
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
      invite,
      announce: print,
      notifyOperator: (line) => process.stderr.write(`${line}\n`),
    }),
  );
  if (bot.madeKeyFile !== null)
    print(`已生成密钥文件 ${bot.madeKeyFile}，请妥善保管并另存一份：没有它，数据库里的内容无法读出。`);
  return bot;
}

function plainModelOf({
  PLAIN_WORDS_URL: url,
  PLAIN_WORDS_MODEL: model,
  PLAIN_WORDS_KEY: key,
}: Config): Pick<BotOptions, 'plainModel'> {
  return url === undefined || model === undefined ? {} : { plainModel: openPlainModel({ url, model, key }) };
}

function copiesOf({
  BACKUP_COPY,
  BACKUP_COMMAND,
  BACKUP_PASSPHRASE,
}: Config): NonNullable<BotOptions['copies']> {
  // `npm run restore` on another machine needs the passphrase alone.
  if (BACKUP_PASSPHRASE !== undefined && BACKUP_COPY === undefined && BACKUP_COMMAND === undefined)
    throw new OperatorError(
      'BACKUP_PASSPHRASE 只用于另存的备份，还要在 .env 里写 BACKUP_COPY 或 BACKUP_COMMAND，例：BACKUP_COPY=/mnt/usb/zhibu',
    );
  return {
    ...(BACKUP_COPY === undefined ? {} : { folder: resolve(BACKUP_COPY) }),
    ...(BACKUP_COMMAND === undefined ? {} : { command: BACKUP_COMMAND }),
    ...(BACKUP_PASSPHRASE === undefined ? {} : { passphrase: BACKUP_PASSPHRASE }),
  };
}

/** The channels that only send, beside the one that hears. */
function openBroadcasts(config: Config): NonNullable<BotOptions['broadcasts']> {
  const { WECOM_WEBHOOK_KEY: key, WECOM_WEBHOOK_URL: url, CHANNEL } = config;
  if (key === undefined) return [];
  const isSameService = CHANNEL === 'wecom';
  const channel = createWebhookChannel({ url, key, knowsAccounts: isSameService });
  const where = config.WECOM_WEBHOOK_GROUP ?? (isSameService ? 'same' : 'other');
  return [{ channel, instead: where === 'same' }];
}

/** Gives the groups of the settings to the branch. */
async function bindGroups(bot: Bot, branch: string, config: Config, channel: Channel): Promise<void> {
  if (config.WECOM_WEBHOOK_KEY !== undefined) await bot.store.bindGroup(branch, webhookName, webhookGroup);
  const groups = { local: undefined, wecom: config.WECOM_GROUP, wechaty: config.WECHATY_ROOM };
  const group = groups[config.CHANNEL];
  if (group !== undefined) await bot.store.bindGroup(branch, channel.name, group);
}

/** Runs each minute what is due, and ends the process in order when asked to. */
function keepRunning(bot: Bot, clock: Clock, log: Log, close: () => Promise<void>): void {
  const task = schedule('* * * * *', () =>
    bot.runDue(clock.now()).catch((error: unknown) => log.error({ ...failureOf(error) }, 'jobs not run')),
  );
  const stop = async () => {
    await task.stop();
    await close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

/** The operator may answer at any time, and so may the secretary in chat. */
function askForClock(bot: Bot, doubt: ClockDoubt): void {
  print(clockDoubtText(doubt));
  print('时间对的，请输入“是”并回车，或由书记发送“/时钟 正确”；不对的，请校准后重新启动。');
  if (doubt.why === 'early')
    print(
      '如果网页的时钟曾被拨快，请停止机器人，把数据库换成拨快之前的备份（见 docs/OPERATIONS.md），再启动。',
    );
  createInterface({ input: process.stdin }).on('line', (line) => {
    if (line.trim() === '是') void bot.confirmClock().then(() => print('已确认本机时钟正确。'));
  });
}

/** Prints for the operator. */
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
