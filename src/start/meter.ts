import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Meter } from '../app/ports/meter.js';
import type { Metered } from '../web/metrics.js';

/** Seconds. */
const limits = [0.005, 0.025, 0.1, 0.5, 2.5] as const;
const resolution = 20;

/** Counts in memory, from the start of the process. */
export function createMeter(): Meter & { readonly metered: () => Metered; readonly stop: () => void } {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  const counts = new Map<string, { readonly command: string; readonly outcome: string; count: number }>();
  const buckets = limits.map((limit) => ({ limit, count: 0 }));
  const seconds = { count: 0, sum: 0 };
  return {
    begin() {
      const begun = performance.now();
      return (command, outcome) => {
        const took = (performance.now() - begun) / 1000;
        seconds.count += 1;
        seconds.sum += took;
        for (const bucket of buckets) if (took <= bucket.limit) bucket.count += 1;
        const key = `${command} ${outcome}`;
        const counted = counts.get(key) ?? { command, outcome, count: 0 };
        counted.count += 1;
        counts.set(key, counted);
      };
    },
    metered: () => ({
      messages: [...counts.values()],
      latency: { buckets, ...seconds },
      // Nanoseconds; without a sample yet it is not a number.
      eventLoopDelay: Number.isFinite(delay.max) ? delay.percentile(99) / 1e9 : 0,
    }),
    stop: () => void delay.disable(),
  };
}
