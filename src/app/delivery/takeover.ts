import { addSeconds, secondsBetween } from '../../domain/period/civil.js';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type { Lease, Store } from '../ports/store.js';
import { laneOf } from './parcel.js';
import type { Throttle } from './sending/throttle.js';

/** What a new owner of the lease takes over from those before him: letters in doubt, and how much they have sent. */
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
  /** The service counts what was sent a moment ago, whoever sent it. */
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
