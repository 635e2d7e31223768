import { join } from 'node:path';
import Database from 'libsql';
import { foundBranch } from '../../../src/app/roster/found.js';
import type { WechatyOptions } from '../../../src/channels/wechaty/channel.js';
import { loadRulebook } from '../../../src/start/rulebook-file.js';
import { createBot, type Bot } from '../../../src/index.js';
import { projectFolder } from '../../../src/project-folder.js';
import { founder } from '../../../src/cli/stage/founder.js';
import { people } from '../../support/clock-bot.js';
import type { HandTimer } from '../../support/hand-timer.js';
import { groupTopic, roomId, type Said, type WechatyWorld } from '../../support/wechaty-world.js';
import { newFile } from '../../store/scene.js';
import { logInto, openWechaty, until, type Way, type WechatyScene } from './scene.js';

/** The whole bot on WeChat: people are called by their names there as well. */
export interface WechatyBotScene {
  readonly bot: Bot;
  readonly world: WechatyWorld;
  readonly gateway: WechatyScene['gateway'];
  readonly operator: readonly string[];
  /** Lines of the terminal. */
  readonly announced: readonly string[];
  /** Says a line, in the group or in private, and waits until it was carried out. */
  say(from: string, where: 'group' | 'private', text: string): Promise<void>;
  /** The first message that fits, once it is there. */
  shows(fits: (said: Said) => boolean): Promise<Said>;
  moveTo(instant: string): Promise<void>;
  state(): string | undefined;
  sql(query: string): readonly unknown[];
  close(): Promise<void>;
}

const rulebook = await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'));

export async function openWechatyBot(
  way: Way,
  options: Partial<WechatyOptions> & {
    readonly accounts?: boolean;
    /** Moved by hand, for the bot; the channel itself lives in real time. */
    readonly hand?: HandTimer;
    readonly prepare?: (world: WechatyWorld) => void;
  } = {},
): Promise<WechatyBotScene> {
  const { accounts = true, hand, ...more } = options;
  const { file, remove } = newFile();
  let now = '2026-11-23T09:00:00';
  const clock = hand?.clock ?? { now: () => now };
  const setClock = (instant: string): void => {
    if (hand === undefined) now = instant;
    else hand.skip(Date.parse(`${instant}Z`) - Date.parse(`${clock.now()}Z`));
  };
  const operator: string[] = [];
  const announced: string[] = [];
  let taken = 0;
  const scene = await openWechaty(way, { ...more, loggedIn: false, isStarted: false });
  const { channel, world } = scene;
  const bot = await createBot({
    databaseFile: file,
    key: '70'.repeat(32),
    rulebook,
    channel: {
      ...channel,
      start: (receive, report) =>
        channel.start(async (message) => {
          await receive(message);
          taken += 1;
        }, report),
    },
    clock,
    ...(hand === undefined ? {} : { timer: hand }),
    ids: { claimCode: () => '000000', reference: () => 'E0001' },
    log: logInto([]),
    botName: '机器人',
    announce: (line) => void announced.push(line),
    notifyOperator: (line) => void operator.push(line),
  });
  const branch = await bot.store.createBranch('机关第一党支部', clock.now());
  await bot.store.bindGroup(branch, channel.name, groupTopic);
  const there = [...people, founder('孙伟', { kind: 'mass', category: null })].map((person) => ({
    ...person,
    account: person.account === null || !accounts ? null : { ...person.account, channel: channel.name },
  }));
  await bot.handle(
    { branch, message: { channel: 'founding', messageId: '1' }, speaker: null, files: [] },
    () => ({ kind: 'intent', intent: foundBranch.intent({ people: there }) }),
  );
  const started = bot.start();
  await until(() => world.isStarted());
  world.login();
  await started;
  await until(() => scene.news.some(({ kind }) => kind === 'room'));
  return {
    bot,
    world,
    gateway: scene.gateway,
    operator,
    announced,
    async say(from, where, text) {
      const before = taken;
      world.text({ from, ...(where === 'group' ? { room: roomId } : {}) }, text);
      await until(() => taken > before);
      await bot.delivery.idle();
    },
    async shows(fits) {
      await until(() => world.said.some(fits));
      return world.said.find(fits)!;
    },
    moveTo: (instant) => bot.advance(instant, setClock),
    state: () => bot.health().connections[0]?.state,
    sql(query) {
      const db = new Database(file, { readonly: true });
      try {
        return db.prepare(query).all();
      } finally {
        db.close();
      }
    },
    async close() {
      await bot.stop();
      await scene.close();
      remove();
    },
  };
}
