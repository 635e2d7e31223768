import type { Clock, Timer } from '../../../src/app/ports/clock.js';
import { addSeconds } from '../../../src/domain/period/civil.js';

/** A clock and its timers, moved by hand. */
export interface HandTimer extends Timer {
  readonly clock: Clock;
  /** Moves on and runs what falls due on the way, in order; `settle` runs after each. */
  pass(milliseconds: number, settle?: () => Promise<unknown>): Promise<void>;
  /** Jumps ahead without running anything. */
  skip(milliseconds: number): void;
  /** Milliseconds until the next timer; undefined without one. */
  next(): number | undefined;
}

export function handTimer(startAt = '2026-11-23T09:00:00'): HandTimer {
  let now = 0;
  let count = 0;
  const waiting = new Map<number, { readonly at: number; readonly work: () => void }>();
  const soonest = () => [...waiting].sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
  return {
    now: () => now,
    after(milliseconds, work) {
      count += 1;
      const id = count;
      waiting.set(id, { at: now + milliseconds, work });
      return () => void waiting.delete(id);
    },
    clock: { now: () => addSeconds(startAt, Math.floor(now / 1000)) },
    skip(milliseconds) {
      now += milliseconds;
    },
    next: () => {
      const first = soonest();
      return first === undefined ? undefined : first[1].at - now;
    },
    async pass(milliseconds, settle = () => Promise.resolve()) {
      const until = now + milliseconds;
      await settle();
      for (let first = soonest(); first !== undefined && first[1].at <= until; first = soonest()) {
        const [id, { at, work }] = first;
        waiting.delete(id);
        now = Math.max(now, at);
        work();
        await settle();
      }
      now = until;
    },
  };
}
