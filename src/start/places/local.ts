/** The page of this machine, where everybody of the branch can speak: the sample, or a branch of its own. */
import { dirname, join, resolve } from 'node:path';
import { failureOf } from '../../app/failure.js';
import type { Log } from '../../app/ports/log.js';
import { foundBranch } from '../../app/roster/found.js';
import type { LocalPerson } from '../../channels/local/message.js';
import { openLocalWorld, type LocalWorld } from '../../channels/local/world.js';
import { shanghaiNow } from '../../clock.js';
import { ConfigError, type Config } from '../../config.js';
import type { Facts } from '../../domain/branch/facts.js';
import { categoryOf, isHere, officesOf, refOf } from '../../domain/branch/people.js';
import { ownPublicationAt, runningPeriod } from '../../domain/notice/period.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Person } from '../../domain/roster/rows.js';
import { rulebookOfYear } from '../../domain/rulebook/adopted.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { workingDaysHere } from '../files/holiday-files.js';
import { fileOf } from '../../store/connection.js';
import { startPage } from '../../web/page.js';
import { personTitle } from '../../words/persons.js';
import type { Bot, Place } from '../bot.js';
import { withDatabaseFile } from '../database-file.js';
import { isSample, sampleBranchName, sampleFounding, sampleGroup, samplePeople } from './sample.js';
import { holderTitle, standingTitle } from '../../words/roster.js';
import { accountOf, suggestionsFor } from './suggestions.js';

export async function openLocal(
  config: Config,
  configured: Rulebook,
  log: Log,
  print: (line: string) => void,
): Promise<Place> {
  const chatFile = join(dirname(resolve(fileOf(config.DATABASE_URL))), 'local-chat.db');
  const world = await withDatabaseFile(chatFile, () =>
    openLocalWorld(chatFile, {
      people: [],
      groupId: sampleGroup,
      groupName: config.BRANCH_NAME ?? sampleBranchName,
      realNow: shanghaiNow,
      onFailure: (messageId, error) => log.error({ messageId, ...failureOf(error) }, 'a line was not taken'),
    }),
  );
  const { channel, clock } = world;
  /** The rulebook in force in the branch today, whatever the settings say. */
  const rulebookNow = (bot: Bot, branch: string): Rulebook =>
    rulebookOfYear(bot.store.snapshot(branch).facts, configured, yearOf(clock.now()));
  return {
    channel,
    clock,
    async branch(bot) {
      const branch = await openBranch(bot, world, config, configured);
      if (isSample(bot, branch, config)) return branch;
      const moved = clock.stayReal();
      const days = Math.round(moved / 86_400);
      if (moved !== 0)
        print(`网页的时钟曾被拨快${days > 0 ? days : '不到1'}天，已恢复为实际时间：真实支部的时钟不能拨动。`);
      return branch;
    },
    serve(bot, branch, desk) {
      const people = () => localPeople(bot, branch, channel.name, rulebookNow(bot, branch));
      const welcome = () => world.welcome(people());
      welcome();
      // Every change of the roster gets an answer, which is the page's cue to look.
      world.subscribe((heard) => {
        if (heard.kind === 'message' && heard.message.speaker.kind === 'bot') welcome();
      });
      return startPage({
        world,
        host: config.HOST,
        port: config.PORT,
        ...(isSample(bot, branch, config)
          ? {
              moveClock: (to: string, goesOn: () => boolean) =>
                bot.advance(to, (instant) => clock.moveTo(instant), goesOn),
            }
          : {}),
        quarterOpening: (now) => nextPublication(bot.store.snapshot(branch).facts, configured, now),
        note: isSample(bot, branch, config) ? '示例支部，可以放心试用' : '本机网页群',
        suggestions: (account) =>
          Promise.resolve(suggested(world, bot, branch, account, rulebookNow(bot, branch))),
        desk: desk.serve(bot, {
          hasChat: true,
          ...(isSample(bot, branch, config)
            ? { sample: () => people().map((one) => ({ ...one, branch })) }
            : {}),
        }),
        health: () => bot.health(),
        metered: () => bot.metered(),
        log,
      });
    },
    whereabouts: (_bot, url) => url,
    close: () => world.close(),
  };
}

function suggested(
  { channel, clock }: LocalWorld,
  { catalogue, store }: Bot,
  branch: string,
  account: string,
  rulebook: Rulebook,
) {
  const { facts } = store.snapshot(branch);
  return suggestionsFor(catalogue, { facts, rulebook, channel: channel.name, account, now: clock.now() });
}

/** The branch of the page: the one of the settings, or the sample, which the first start founds. */
async function openBranch(bot: Bot, world: LocalWorld, config: Config, rulebook: Rulebook): Promise<string> {
  const now = world.clock.now();
  const wanted = config.BRANCH_NAME;
  const existing = wanted === undefined ? bot.store.firstBranches(1)[0] : bot.store.branchNamed(wanted);
  if (existing === undefined && wanted !== undefined) {
    throw new ConfigError(`还没有支部“${wanted}”，请先导入名册：npm run roster -- 名册.xlsx`);
  }
  const branch = existing?.id ?? (await bot.store.createBranch(sampleBranchName, now));
  await bot.store.bindGroup(branch, world.channel.name, sampleGroup);
  if (existing === undefined) {
    const people = [...samplePeople(rulebook, world.channel.name, `${Number(now.slice(0, 4)) - 1}-01-01`)];
    await bot.handle({ branch, message: sampleFounding, speaker: null, files: [] }, () => ({
      kind: 'intent',
      intent: foundBranch.intent({ people }),
    }));
  }
  return branch;
}

/** When the scores of the current period are published. */
function nextPublication(facts: Facts, configured: Rulebook, now: string): string {
  const running = runningPeriod(facts, configured, now);
  return ownPublicationAt(facts, configured, running, workingDaysHere());
}

/** The roster as the people of the page. A person without an account gets one there, to bind by 认领 or 绑定. */
function localPeople(bot: Bot, branch: string, channel: string, rulebook: Rulebook): readonly LocalPerson[] {
  const { facts } = bot.store.snapshot(branch);
  return facts
    .all('person')
    .filter(isHere)
    .map((person) => ({
      account: accountOf(facts, person, channel),
      name: personTitle(refOf(facts, person), rulebook),
      title: titleOf(facts, person, rulebook),
      kind: kindOf(person, rulebook),
    }));
}

function titleOf(facts: Facts, person: Person, rulebook: Rulebook): string {
  if (person.kind !== 'member') return standingTitle(person, rulebook);
  const offices = officesOf(facts, person.id).map((held) => holderTitle(held.office));
  return [...offices, categoryOf(rulebook, person)?.label ?? ''].join('·');
}

function kindOf(person: Person, rulebook: Rulebook): LocalPerson['kind'] {
  switch (person.kind) {
    case 'mass':
      return 'public';
    case 'superior':
    case 'inspector':
      return person.kind;
    case 'member':
      return categoryOf(rulebook, person)?.inService === false ? 'retired' : 'member';
  }
}
