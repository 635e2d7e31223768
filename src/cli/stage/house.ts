import { everything, type Channel, type Inbound, type Outbound } from '../../app/ports/channel.js';
import type { Clock } from '../../app/ports/clock.js';
import type { Founder } from '../../app/roster/found.js';
import type { LoadedRulebook } from '../../domain/rulebook/adopted.js';
import type { Bot, BotOptions } from '../../start/bot.js';
import { createBot } from '../../start/create-bot.js';
import { sharedReading } from './reading.js';

/** A clock that is set by hand. */
export interface StageClock extends Clock {
  set(instant: string): void;
}

export interface StageOptions extends Partial<Omit<BotOptions, 'rulebook' | 'channel' | 'clock'>> {
  readonly rulebook: LoadedRulebook;
  /** The clock's first instant, or a clock that others watch too. */
  readonly clock?: string | StageClock;
  /** A real channel, opened again at each start; without it lines reach the bot directly. */
  readonly channel?: (clock: Clock) => Channel | Promise<Channel>;
  /** The channel's id of a branch's group, null without one; by default the branch's name. */
  readonly groupOf?: (branch: string) => string | null;
  /** A branch founded before the bot begins to listen. */
  readonly founding?: { readonly branch: string; readonly people: readonly Founder[] };
  readonly onSaid?: (message: Outbound) => void;
  /** Start as in the office: ask about a clock that disagrees with the records. */
  readonly onClockDoubt?: Parameters<Bot['start']>[0];
}

/** The bots of a stage, one after another on the same file, with all that they said. */
export interface House {
  /** The bot since the last start. */
  readonly bot: Bot;
  /** Of the channel that hears. */
  readonly channel: string;
  readonly said: Outbound[];
  hear(message: Inbound): Promise<void>;
  /** Resolves once the bot has taken this many further lines. */
  taken(lines: number): Promise<void>;
  start(): Promise<void>;
  /** Stops the bot without starting the next one. */
  next(): Promise<void>;
}

/** Takes messages as soon as they are written, so that no reader's speed matters. */
const playChannel: Channel = {
  name: 'play',
  title: '支部群',
  capabilities: everything,
  start: () => Promise.resolve(),
  send: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function openHouse(
  { rulebook, channel: openChannel, onSaid, onClockDoubt, ...given }: StageOptions,
  databaseFile: string,
  clock: StageClock,
): Promise<House> {
  const said: Outbound[] = [];
  const lines = createLines();
  let references = 0;
  const listenedTo = (channel: Channel): Channel => ({
    ...channel,
    start: (receive, report) => channel.start(lines.open(receive), report),
    send: async (message) => {
      await channel.send(message);
      said.push(message);
      onSaid?.(message);
    },
  });
  const open = async () => {
    const channel = listenedTo(openChannel === undefined ? playChannel : await openChannel(clock));
    const bot = await createBot({
      // A fixed key, so that the same play gives the same bytes, hash chain included.
      key: '70'.repeat(32),
      ids: { claimCode: () => '000000', reference: () => `E${String((references += 1)).padStart(4, '0')}` },
      log: silent,
      botName: '机器人',
      reading: sharedReading,
      isLimited: false,
      ...given,
      ...{ databaseFile, rulebook, channel, clock },
    });
    return { bot, channel: channel.name };
  };
  let now = await open();
  return {
    ...{ said, hear: lines.hear, taken: lines.taken },
    get bot() {
      return now.bot;
    },
    get channel() {
      return now.channel;
    },
    async start() {
      await now.bot.start(onClockDoubt);
      await now.bot.delivery.idle();
    },
    async next() {
      await now.bot.stop();
      now = await open();
    },
  };
}

/** Counts each message once the bot has taken it. */
function createLines() {
  const waiting = new Map<() => void, number>();
  let taken = 0;
  let hear: (message: Inbound) => Promise<void> = () => Promise.reject(new Error('the bot has not begun'));
  return {
    hear: (message: Inbound) => hear(message),
    open(receive: (message: Inbound) => Promise<void>) {
      hear = async (message) => {
        try {
          await receive(message);
        } finally {
          taken += 1;
          for (const [resolve, count] of waiting) if (count <= taken) resolve();
        }
      };
      return hear;
    },
    taken: (count: number) =>
      count === 0
        ? Promise.resolve()
        : new Promise<void>((resolve) => {
            const go = () => {
              waiting.delete(go);
              resolve();
            };
            waiting.set(go, taken + count);
          }),
  };
}
