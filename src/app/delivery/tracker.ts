import { failureOf } from '../failure.js';
import type { Log } from '../ports/log.js';

/** Knows what is under way, so that the end of the process, and tests, can wait for it. */
export interface Tracker {
  /** Its failure is logged. */
  track(work: Promise<unknown>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createTracker(log: Log): Tracker {
  const underWay = new Set<Promise<unknown>>();
  return {
    track(work) {
      const watched = work
        .catch((error: unknown) => log.error({ ...failureOf(error) }, 'delivery failed'))
        .finally(() => underWay.delete(watched));
      underWay.add(watched);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
