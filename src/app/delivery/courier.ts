import type { Channel, Chat, ConnectionReport, ConnectionState, Outbound } from '../ports/channel.js';
import type { Clock } from '../ports/clock.js';
import type { ConnectionHealth } from '../ports/health.js';
import type { Log } from '../ports/log.js';
import type { Lease, Store, StoredLetter } from '../ports/store.js';
import type { Timer } from '../ports/timer.js';
import { createAttempt } from './attempt.js';
import { answerJob, jobOf, laneOf, type Job } from './job.js';
import { createLanes, type Lanes } from './lanes.js';
import type { LeftOut, Message } from './parts.js';
import { createTenure, type Tenure } from './tenure.js';
import { createThrottle } from './throttle.js';

/** Takes what is for one channel to it. */
export interface Courier {
  readonly channel: Channel;
  post(letters: readonly StoredLetter[]): void;
  answer(message: Message): void;
  /** A card that was clicked: at once, and only once. */
  update(message: Outbound): void;
  /** Somebody spoke in this chat: from now on the bot may write to it. */
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
  readonly onContactFirst: (channel: string, job: Job) => void;
  readonly onConnection: (now: ConnectionHealth, login: string | null) => void;
}

/** Milliseconds that an answer which is not in the outbox is worth something. */
const answerWorth = 300_000;
/** Milliseconds that the end of the process waits for what is under way. */
const stopWithin = 5_000;

export function createCourier(deps: CourierDeps): Courier {
  const { channel, store, timer, log } = deps;
  const { idempotentSends } = channel.capabilities;
  const link = createLink(deps);
  /** Chats in which nobody has spoken to the bot yet. */
  const awaited = new Set<string>();
  const throttle = createThrottle(channel.capabilities.rate, timer);
  const load = (withSending: boolean): void => {
    for (const letter of store.outbox.pending(channel.name, withSending, (key) => lanes.has(key)))
      add(letter);
  };
  const add = (letter: StoredLetter): void => {
    if (letter.chat !== null && letter.channel === channel.name) lanes.add(jobOf(letter, letter.chat));
  };
  const tenure: Tenure | null = idempotentSends
    ? null
    : createTenure({
        ...deps,
        channel: channel.name,
        async onGained(lease: Lease) {
          const doubtful = await store.outbox.takeOver(lease);
          if (doubtful > 0) log.warn({ channel: channel.name, letters: doubtful }, 'letters in doubt');
          load(false);
        },
        onLost: () => lanes.dropLetters(),
        track: (work) => lanes.track(work),
        onLook: () => load(false),
      });
  const lanes: Lanes = createLanes({
    timer,
    log,
    attempt: createAttempt({
      ...deps,
      throttle,
      tenure,
      isConnected: () => link.state() === 'connected',
      awaited,
      onContactFirst: (job) => deps.onContactFirst(channel.name, job),
      track: (work) => lanes.track(work),
    }),
  });
  const follow = async (): Promise<void> => {
    if (link.state() !== 'connected') return tenure?.giveUp();
    await tenure?.want();
    lanes.wake();
  };

  return {
    channel,
    post(letters) {
      // Without the lease they wait in the file for whoever has it.
      if (tenure === null || tenure.lease() !== null) for (const letter of letters) add(letter);
    },
    answer: (message) => lanes.add(answerJob(message, timer.now() + answerWorth)),
    update: (message) =>
      lanes.track(
        channel
          .send(message)
          .catch((error: unknown) =>
            log.warn({ key: message.key, error: String(error) }, 'card not updated'),
          ),
      ),
    async heardFrom(chat) {
      // An answer that waited for this is still in memory.
      if (awaited.delete(laneOf(chat))) lanes.wake();
      if (!store.outbox.isAwaited(channel.name, chat)) return;
      await store.outbox.awaken(channel.name, chat);
      if (tenure === null || tenure.lease() !== null) load(false);
      lanes.wake();
    },
    load: () => {
      if (tenure === null) load(true);
    },
    report(connection) {
      if (link.change(connection)) lanes.track(follow());
    },
    health: () => ({
      ...link.health(),
      standby: tenure !== null && link.state() === 'connected' && tenure.lease() === null,
    }),
    login: () => link.login(),
    idle: () => lanes.idle(),
    async stop() {
      let callOff: () => void = () => undefined;
      const patience = new Promise<void>((resolve) => (callOff = timer.after(stopWithin, resolve)));
      await Promise.race([lanes.idle(), patience]);
      callOff();
      lanes.stop();
      await tenure?.giveUp();
    },
  };
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
