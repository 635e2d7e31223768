import { addSeconds, secondsBetween } from '../../domain/period/civil.js';
import type { Clock, Timer } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { Store } from '../ports/store/store.js';
import type { Lease } from '../ports/store/leases.js';
import { laneOf } from './parcel.js';
import type { Throttle } from './sending/throttle.js';
import { failureOf } from '../failure.js';
import type { Tracker } from './tracker.js';

/** What a new owner of the lease takes over: letters in doubt, and how many were sent. */
export function createTakeover(
  deps: {
    readonly channel: { readonly name: string };
    readonly store: Store;
    readonly clock: Clock;
    readonly log: Log;
  },
  throttle: Throttle,
): (lease: Lease) => Promise<void> {
  const { channel, store, clock, log } = deps;
  /** Everything up to this epoch is counted. */
  let counted = 0;
  /** The service counts what was sent a moment ago, by any owner. */
  const recall = (lease: Lease): void => {
    if (throttle.memory === 0) return;
    const now = clock.now();
    const recent = store.outbox.sentBefore(lease, addSeconds(now, -throttle.memory));
    for (const { chat, messages, at, epoch } of recent) {
      // Instants are whole seconds: the message may be a second younger than it looks.
      const seconds = Math.max(0, secondsBetween(at, now) - 1);
      if (epoch > counted) throttle.recall(laneOf(chat), messages, seconds * 1000);
    }
    counted = lease.epoch;
  };
  return async (lease) => {
    recall(lease);
    const letters = await store.outbox.takeOver(lease);
    if (letters > 0) log.warn({ channel: channel.name, letters }, 'letters in doubt');
  };
}

/** Holds the lease of one channel while its connection lasts (docs/adr/0010-delivery-lease.md). */
export interface Ownership {
  lease(): Lease | null;
  /** Whether the lease is ours and everything that waited when it was gained is in its lanes. */
  isSettled(): boolean;
  /** Takes or renews it now. Null: another process delivers. */
  ensure(): Promise<Lease | null>;
  /** Whether the file still says so, at this moment: asked right before every send. */
  stands(lease: Lease): boolean;
  /** From now on the lease is wanted, renewed, and taken over when it runs out. */
  want(): Promise<void>;
  /** The connection is gone: another process may take over at once. */
  giveUp(): Promise<void>;
}

/** Seconds after which a process that does not renew is taken for dead. */
const leaseSeconds = 15;
/** Milliseconds between renewals, and between looks for letters that another process wrote. */
const renewEvery = 5_000;
const lookEvery = 1_000;

interface OwnershipDeps {
  readonly channel: string;
  readonly owner: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  /** The lease is ours: what waits is delivered. */
  readonly onGained: (lease: Lease) => Promise<void>;
  readonly onLost: () => void;
  /** Work that `idle` waits for. */
  readonly tracker: Tracker;
  /** Each second while the lease is ours. */
  readonly onLook: () => void;
}

export function createOwnership(deps: OwnershipDeps): Ownership {
  const { channel, owner, store, clock, timer, log, onGained, onLost, onLook } = deps;
  let lease: Lease | null = null;
  let settled = false;
  let wanted = false;
  let renewedAt = 0;

  const isWanted = (): boolean => wanted;

  const ensure = async (): Promise<Lease | null> => {
    if (!wanted) return null;
    const before = lease;
    const taken = await store.leases.take(channel, owner, clock, leaseSeconds);
    if (!isWanted()) {
      // Given up meanwhile.
      if (taken !== null) await store.leases.release(taken);
      return null;
    }
    lease = taken;
    settled = settled && taken !== null && taken.epoch === before?.epoch;
    renewedAt = timer.now();
    if (taken === null && before !== null) {
      log.warn({ channel }, 'another process delivers now');
      onLost();
    }
    if (taken !== null && taken.epoch !== before?.epoch) {
      log.info({ channel, epoch: taken.epoch }, 'this process delivers');
      await onGained(taken);
      settled = lease !== null;
    }
    return taken;
  };
  const look = async (): Promise<void> => {
    if (lease === null || timer.now() - renewedAt >= renewEvery) await ensure();
    if (lease !== null) onLook();
  };
  const watch = every(lookEvery, look, deps);

  return {
    lease: () => lease,
    isSettled: () => settled,
    ensure,
    stands: (held) => store.leases.holds(held, clock.now()),
    async want() {
      if (wanted) return;
      wanted = true;
      watch.start();
      await ensure();
    },
    async giveUp() {
      if (!wanted) return;
      wanted = false;
      watch.stop();
      const held = lease;
      lease = null;
      settled = false;
      onLost();
      if (held !== null) await store.leases.release(held);
    },
  };
}

/** Looks again and again, each time so long after the look before was done. */
function every(
  milliseconds: number,
  look: () => Promise<void>,
  { channel, timer, log, tracker }: OwnershipDeps,
): { start(): void; stop(): void } {
  let callOff: (() => void) | null = null;
  const start = (): void => {
    callOff = timer.after(milliseconds, () => {
      const looked = look()
        .catch((error: unknown) => log.error({ channel, ...failureOf(error) }, 'lease not renewed'))
        .finally(() => {
          if (callOff !== null) start();
        });
      tracker.track(looked);
    });
  };
  return {
    start,
    stop() {
      callOff?.();
      callOff = null;
    },
  };
}
