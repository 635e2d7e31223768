import { failureOf } from '../failure.js';
import type { Channel, Chat, ConnectionReport, ConnectionState, Outbound } from '../ports/channel.js';
import type { Clock, Timer } from '../ports/clock.js';
import type { ConnectionHealth } from '../ports/health.js';
import type { Log } from '../ports/log.js';
import type { Store, StoredLetter } from '../ports/store/store.js';
import { createAttempt } from './sending/attempt.js';
import type { Filler } from './filler.js';
import { answerParcel, laneOf, type Parcel } from './parcel.js';
import { createLanes, type Lanes } from './lanes.js';
import type { LeftOut, Message } from './sending/parts.js';
import { createOwnership, createTakeover, type Ownership } from './ownership.js';
import { createThrottle } from './sending/throttle.js';
import { createTracker } from './tracker.js';
import { createPaperQueue } from './paper-queue.js';

/** Takes what is for one channel to it. */
export interface Courier {
  readonly channel: Channel;
  post(letters: readonly StoredLetter[]): void;
  answer(message: Message): void;
  /** A card that was clicked: at once, and only once. */
  update(message: Outbound): void;
  /** Someone spoke in this chat: from now on the bot may write to it. */
  heardFrom(chat: Chat): Promise<void>;
  /** What an earlier process left is put in front; then the channel may be started. */
  load(): void;
  report(connection: ConnectionReport): void;
  health(): ConnectionHealth;
  /** The login whose account ids count now; null where ids are stable. */
  login(): string | null;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface CourierDeps {
  readonly channel: Channel;
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  /** Names this process among those on the same file. */
  readonly owner: string;
  readonly leftOut: LeftOut;
  /** Whether the account that a letter goes to is still of its person. */
  readonly mayHear: (letter: StoredLetter) => boolean;
  /** Makes the papers of letters, while the chat goes on. */
  readonly fill: Filler;
  readonly onContactFirst: (channel: string, parcel: Parcel) => void;
  /** What the group may not have heard; heard again and again until somebody has settled it. */
  readonly onDoubt: (letter: StoredLetter) => void;
  readonly onConnection: (now: ConnectionHealth, login: string | null) => void;
}

/** Milliseconds that an answer which is not in the outbox is worth something. */
const answerWorth = 300_000;
/** Milliseconds that the end of the process waits for what is under way. */
const stopWithin = 5_000;

export function createCourier(deps: CourierDeps): Courier {
  const { channel, store, timer, log } = deps;
  const tracker = createTracker(log);
  const link = createLink(deps);
  /** Chats in which no one has spoken to the bot yet. */
  const awaited = new Set<string>();
  const papers = createPaperQueue({ ...deps, tracker, onReady: (parcel) => lanes.add(parcel) });
  const add = (letter: StoredLetter): void => {
    if (letter.chat !== null && letter.channel === channel.name && store.outbox.mayFollow(letter))
      papers.bring(letter, letter.chat);
  };
  const load = (unfinished: boolean): void => {
    const isKnown = (key: string) => lanes.has(key) || papers.has(key);
    store.outbox.pending(channel.name, unfinished, isKnown).forEach(add);
  };
  const throttle = createThrottle(channel.capabilities.rate, timer);
  const onDoubt = (): void => store.outbox.doubted(channel.name).forEach(deps.onDoubt);
  const takeOver = createTakeover(deps, throttle);
  const ownership = ownershipOf(deps, {
    tracker,
    onGained: async (lease) => {
      await takeOver(lease);
      load(false);
      onDoubt();
    },
    onLost: () => lanes.dropLetters(),
    onLook: () => load(false),
  });
  const attempt = createAttempt({
    ...deps,
    ...{ throttle, ownership, onDoubt, awaited },
    isConnected: () => link.state() === 'connected',
    mayFollow: (letter) => store.outbox.mayFollow(letter),
    onContactFirst: (parcel) => deps.onContactFirst(channel.name, parcel),
    track: (work) => tracker.track(work),
  });
  const lanes: Lanes = createLanes({ timer, tracker, attempt, watch: papers });
  // Without the lease, letters wait in the file for its holder; right after a takeover, for those before them.
  const delivers = (): boolean => ownership === null || ownership.isSettled();
  return {
    channel,
    post: (letters) => {
      if (delivers()) letters.forEach(add);
    },
    answer: (message) => lanes.add(answerParcel(message, timer.now() + answerWorth)),
    update: (message) => tracker.track(updateOnce(deps, message)),
    async heardFrom(chat) {
      // An answer that waited for this is still in memory.
      if (awaited.delete(laneOf(chat))) lanes.wake();
      if (!store.outbox.isAwaited(channel.name, chat)) return;
      await store.outbox.awaken(channel.name, chat);
      if (delivers()) load(false);
    },
    load: () => {
      if (ownership !== null) return;
      load(true);
      onDoubt();
    },
    report(connection) {
      if (link.change(connection)) tracker.track(follow(link, ownership, lanes));
    },
    health: () => ({ ...link.health(), standby: link.state() === 'connected' && !delivers() }),
    login: () => link.login(),
    idle: () => tracker.idle(),
    async stop() {
      await within(timer, stopWithin, tracker.idle());
      lanes.stop();
      await ownership?.giveUp();
    },
  };
}

/** Null where a repeat is recognised: any process may deliver. */
function ownershipOf(
  deps: CourierDeps,
  more: Pick<Parameters<typeof createOwnership>[0], 'tracker' | 'onGained' | 'onLost' | 'onLook'>,
): Ownership | null {
  const { channel } = deps;
  return channel.capabilities.idempotentSends
    ? null
    : createOwnership({ ...deps, channel: channel.name, ...more });
}

/** What a change of the connection brings. */
async function follow(
  link: ReturnType<typeof createLink>,
  ownership: Ownership | null,
  lanes: Lanes,
): Promise<void> {
  if (link.state() !== 'connected') return ownership?.giveUp();
  await ownership?.want();
  lanes.wake();
}

async function updateOnce({ channel, log }: CourierDeps, message: Outbound): Promise<void> {
  try {
    await channel.send(message);
  } catch (error) {
    log.warn({ key: message.key, ...failureOf(error) }, 'card not updated');
  }
}

/** Waits for `work`, but no longer than that. */
async function within(timer: Timer, milliseconds: number, work: Promise<void>): Promise<void> {
  let callOff: () => void = () => undefined;
  const patience = new Promise<void>((resolve) => (callOff = timer.after(milliseconds, resolve)));
  await Promise.race([work, patience]);
  callOff();
}

/** How the connection of a channel is, as it reports. */
function createLink({ channel, clock, onConnection }: CourierDeps) {
  let state: ConnectionState = 'connecting';
  let since = clock.now();
  let login: string | null = null;
  const health = (): ConnectionHealth => ({
    channel: channel.name,
    title: channel.title ?? channel.name,
    state,
    since,
    standby: false,
  });
  return {
    state: () => state,
    login: () => (channel.capabilities.stableIds ? null : (login ?? '')),
    health,
    /** False: nothing new. */
    change(report: ConnectionReport): boolean {
      const isNewLogin = report.login !== undefined && report.login !== login;
      if (report.state === state && !isNewLogin) return false;
      if (report.state !== state) since = clock.now();
      ({ state } = report);
      login = report.login ?? login;
      onConnection(health(), isNewLogin ? login : null);
      return true;
    },
  };
}
