/**
 * The composition root: reads the settings, opens the channel and the page, starts the bot and its
 * clock. What goes wrong here is one clear sentence and exit code 1.
 */
import { dirname, join, resolve } from 'node:path';
import pino from 'pino';
import { failureOf } from './app/failure.js';
import { foundBranch } from './app/roster/found.js';
import { openLocalWorld, type LocalWorld } from './channels/local/world.js';
import { bindGroups } from './start/channels.js';
import { withDatabaseFile } from './start/database-file.js';
import { keepRunning } from './start/keep-running.js';
import { startLive } from './start/live.js';
import { startOn } from './start/start-on.js';
import { localPeople, suggestionsFor } from './start/local-people.js';
import { openBot, print } from './start/open-bot.js';
import { loadRulebook } from './start/rulebook-file.js';
import { sentenceFor } from './start/failure.js';
import {
  branchLine,
  isSample,
  sampleBranchName,
  sampleFounding,
  sampleGroup,
  samplePeople,
} from './start/sample.js';
import { ConfigError, loadConfig, type Config } from './config.js';
import { type Bot } from './start/create-bot.js';
import { projectFolder } from './project-folder.js';
import { shanghaiNow } from './clock.js';
import type { Facts } from './domain/branch/facts.js';
import { ownPublicationAt, runningPeriod } from './domain/notice/own-periods.js';
import { yearOf } from './domain/period/civil.js';
import { rulebookOfYear } from './domain/rulebook/adopted.js';
import type { Rulebook } from './domain/rulebook/schema.js';
import { chineseWorkingDays } from './jobs/working-days.js';
import { fileOf } from './store/connection.js';
import { startPage } from './web/page.js';

try {
  await main();
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  // What the bot writes is for its own user only.
  process.umask(0o077);
  const config = loadConfig();
  const log = pino({ level: config.LOG_LEVEL }, pino.destination({ fd: 2, sync: true }));
  const rulebookFile = resolve(projectFolder(), config.RULEBOOK);
  const loaded = await loadRulebook(rulebookFile);
  const { CHANNEL } = config;
  if (CHANNEL !== 'local') return startLive(CHANNEL, config, { loaded, file: rulebookFile }, log);
  const databaseFile = resolve(fileOf(config.DATABASE_URL));
  const chatFile = join(dirname(databaseFile), 'local-chat.db');
  const world = await withDatabaseFile(chatFile, () =>
    openLocalWorld(chatFile, {
      people: [],
      groupId: sampleGroup,
      groupName: config.BRANCH_NAME ?? sampleBranchName,
      realNow: shanghaiNow,
      onFailure: (messageId, error) => log.error({ messageId, ...failureOf(error) }, 'a line was not taken'),
    }),
  );
  const bot = await openBot({ config, rulebook: loaded, channel: world.channel, clock: world.clock, log });
  const branch = await openBranch(bot, world, config, loaded.rulebook);
  const welcome = () => welcomePeople(bot, branch, world, loaded.rulebook);
  welcome();
  // Whatever changes the roster is answered: the answer is when the page learns of it.
  world.subscribe((heard) => {
    if (heard.kind === 'message' && heard.message.speaker.kind === 'bot') welcome();
  });
  await startOn(bot, rulebookFile);
  const page = await startPage({
    world,
    host: config.HOST,
    port: config.PORT,
    moveClock: (to) => bot.advance(to, (instant) => world.clock.moveTo(instant)),
    quarterOpening: (now) => nextPublication(bot.store.snapshot(branch).facts, loaded.rulebook, now),
    note: isSample(bot, branch, config) ? '示例支部，可以放心试用' : '本机网页群',
    suggestions: offered(bot, branch, world, loaded.rulebook),
    health: () => bot.health(),
    log,
  });
  keepRunning(bot, world.clock, log, async () => {
    await page.close();
    await bot.stop();
    world.close();
  });
  print(branchLine(bot, branch, config));
  print(`支部机器人已启动:${page.url}(按 Ctrl+C 停止)`);
}

/** The rulebook that the branch is kept by today, whatever the settings say. */
function rulebookNow(bot: Bot, branch: string, world: LocalWorld, configured: Rulebook): Rulebook {
  return rulebookOfYear(bot.store.snapshot(branch).facts, configured, yearOf(world.clock.now()));
}

function offered(bot: Bot, branch: string, world: LocalWorld, configured: Rulebook) {
  return (account: string) => {
    const rulebook = rulebookNow(bot, branch, world, configured);
    return Promise.resolve(suggestionsFor(bot, branch, world.channel.name, account, rulebook));
  };
}

function welcomePeople(bot: Bot, branch: string, world: LocalWorld, configured: Rulebook): void {
  const rulebook = rulebookNow(bot, branch, world, configured);
  world.welcome(localPeople(bot, branch, world.channel.name, rulebook));
}

/** The branch of the page: the one of the settings, or the sample, founded at the first start. */
async function openBranch(bot: Bot, world: LocalWorld, config: Config, rulebook: Rulebook): Promise<string> {
  const now = world.clock.now();
  const known = bot.store.branches();
  const wanted = config.BRANCH_NAME;
  const existing = wanted === undefined ? known[0] : known.find(({ name }) => name === wanted);
  if (existing === undefined && wanted !== undefined) {
    throw new ConfigError(`还没有支部“${wanted}”,请先导入名册:npm run roster -- 名册.xlsx`);
  }
  const branch = existing?.id ?? (await bot.store.createBranch(sampleBranchName, now));
  await bot.store.bindGroup(branch, world.channel.name, sampleGroup);
  await bindGroups(bot, branch, config, world.channel);
  if (existing === undefined) {
    const people = [...samplePeople(rulebook, world.channel.name, `${Number(now.slice(0, 4)) - 1}-01-01`)];
    await bot.handle({ branch, message: sampleFounding, speaker: null, files: [] }, () => ({
      kind: 'intent',
      intent: foundBranch.intent({ people }),
    }));
  }
  return branch;
}

/** When the scores of the running period go out by themselves. */
function nextPublication(facts: Facts, configured: Rulebook, now: string): string {
  const running = runningPeriod(facts, configured, now);
  return ownPublicationAt(facts, configured, running, chineseWorkingDays());
}
