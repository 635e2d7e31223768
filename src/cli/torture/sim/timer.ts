import type { Timer } from '../../../app/ports/clock.js';

/** Time that passes only when it is asked to; what waits for it runs in its order. */
export interface SimTimer extends Timer {
  /** Runs the next of what waits, if it falls due within so many milliseconds from now. */
  step(within: number): boolean;
}

export function createTimer(): SimTimer {
  let now = 0;
  let waiting: { readonly at: number; readonly work: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds, work) {
      const one = { at: now + milliseconds, work };
      waiting.push(one);
      return () => void (waiting = waiting.filter((other) => other !== one));
    },
    step(within) {
      const [first] = [...waiting].sort((one, other) => one.at - other.at);
      if (first === undefined || first.at > now + within) return false;
      waiting = waiting.filter((other) => other !== first);
      now = Math.max(now, first.at);
      first.work();
      return true;
    },
  };
}

/** The disk's own waits cost no time: work goes on with the next turn of the event loop. */
export function createDiskTimer(): Timer {
  let now = 0;
  return {
    now: () => now,
    after(milliseconds, work) {
      const waits = setImmediate(() => {
        now += milliseconds;
        work();
      });
      return () => clearImmediate(waits);
    },
  };
}
