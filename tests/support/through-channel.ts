/**
 * Plays a transcript through a real channel: the bot in this process, the people on the other side of the channel's own
 * protocol. What a channel has to bring is a `Stage`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel, ChannelFile, Inbound } from '../../src/app/ports/channel.js';
import type { Clock } from '../../src/app/ports/clock.js';
import { foundBranch } from '../../src/app/roster/found.js';
import { createScene } from '../../src/cli/play/player.js';
import type { Order } from '../../src/cli/play/protocol.js';
import { loadRulebook } from '../../src/start/rulebook-file.js';
import { createBot, type Bot } from '../../src/index.js';
import { projectFolder } from '../../src/project-folder.js';
import type { Step } from './transcripts.js';

/** A line that somebody says on the other side. */
export interface Spoken {
  readonly account: string;
  readonly nickname: string;
  /** Null: in private. */
  readonly group: string | null;
  /** The same for a second delivery of one line. */
  readonly messageId: string;
  readonly text: string;
  readonly files: readonly ChannelFile[];
}

/** One channel and the service behind it. */
export interface Stage {
  readonly channel: Channel;
  /** The id of a branch's group there. */
  readonly groupOf: (branch: string) => string;
  /** Says the line as people do there; what the channel cannot carry in a group is said in private. */
  readonly say: (line: Spoken) => Promise<void> | void;
  /** How many messages that makes; without it one. */
  readonly messagesOf?: (line: Spoken) => number;
}

/** Transcripts of the main job: they are played through every channel. */
export const mainJob = /^(?:attendance|points|rulings|publication|quarter|reminders|digest)/u;

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const rulebook = await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'));

/** @param open called at the start, and again after each `@重启`; the service behind it lives on */
export async function playThrough<R>(
  steps: readonly Step[],
  open: (clock: Clock) => Promise<Stage>,
  look: (databaseFile: string) => R,
): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-through-'));
  const databaseFile = join(folder, 'zhibu.db');
  const scene = createScene(rulebook.rulebook, steps, undefined);
  let now = scene.firstTime;
  const clock = { now: () => now };
  const start = async () => startBot(databaseFile, clock, await open(clock));
  let { bot, stage, handled } = await start();
  let started = false;
  let messages = 0;
  let last: Spoken | undefined;
  try {
    for (const step of steps) {
      switch (step.kind) {
        case 'say': {
          messages += 1;
          last = spoken(scene.hear(step, `m${messages}`), stage);
          const taken = Array.from({ length: stage.messagesOf?.(last) ?? 1 }, () => handled());
          await stage.say(last);
          await Promise.all(taken);
          break;
        }
        case 'again':
          // A channel may drop it, or the inbox does: there is nothing to wait for.
          if (last !== undefined) await stage.say(last);
          break;
        case 'restart':
          await bot.stop();
          ({ bot, stage, handled } = await start());
          break;
        case 'time':
          if (started) await bot.advance(step.at, (instant) => void (now = instant));
          now = step.at;
          started = true;
          break;
        case 'branch':
        case 'person':
          for (const order of scene.declare(step, String(scene.declared()), started ? now : undefined))
            if (order.order === 'found') await found(bot, stage, order, now);
          break;
        case 'text':
        case 'expect':
          break;
      }
      await bot.delivery.idle();
    }
    return look(databaseFile);
  } finally {
    await bot.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startBot(databaseFile: string, clock: Clock, stage: Stage) {
  const waiting: (() => void)[] = [];
  const watched: Channel = {
    ...stage.channel,
    start: (receive, report) =>
      stage.channel.start(async (message: Inbound) => {
        try {
          await receive(message);
        } finally {
          waiting.shift()?.();
        }
      }, report),
  };
  const bot = await createBot({
    databaseFile,
    key: '70'.repeat(32),
    rulebook,
    channel: watched,
    clock,
    ids: { claimCode: () => '000000', reference: () => 'E0001' },
    log: quiet,
    botName: '机器人',
  });
  await bot.start();
  return { bot, stage, handled: () => new Promise<void>((done) => void waiting.push(done)) };
}

function spoken(order: Extract<Order, { order: 'hear' }>, stage: Stage): Spoken {
  const { account, nickname, messageId, text, branch, files } = order;
  return {
    account,
    nickname,
    messageId,
    text,
    group: branch === null ? null : stage.groupOf(branch),
    files: files.map(({ kind, name, base64 }) => ({ kind, name, bytes: Buffer.from(base64, 'base64') })),
  };
}

async function found(
  bot: Bot,
  { channel, groupOf }: Stage,
  { branch: name, people, key }: Extract<Order, { order: 'found' }>,
  now: string,
): Promise<void> {
  const branch = await bot.store.createBranch(name, now);
  await bot.store.bindGroup(branch, channel.name, groupOf(name));
  const there = people.map((person) => ({
    ...person,
    account: person.account === null ? null : { ...person.account, channel: channel.name },
  }));
  await bot.handle(
    { branch, message: { channel: 'founding', messageId: key }, speaker: null, files: [] },
    () => ({ kind: 'intent', intent: foundBranch.intent({ people: there }) }),
  );
  if (people.some(({ account }) => account === null)) await bot.announceClaims();
}
