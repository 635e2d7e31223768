import type { Hono } from 'hono';
import type { BotHealth } from '../app/ports/health.js';
import { ownMachineOnly } from './guard.js';

export interface Metered {
  readonly messages: readonly {
    readonly command: string;
    readonly outcome: string;
    readonly count: number;
  }[];
  /** Seconds from hearing to answer. */
  readonly latency: {
    readonly buckets: readonly { readonly limit: number; readonly count: number }[];
    readonly sum: number;
    readonly count: number;
  };
  /** Seconds, 99th percentile since the start. */
  readonly eventLoopDelay: number;
}

/** `GET /metrics` in the text format of Prometheus, for this machine only. */
export function metricsRoute(app: Hono, health: () => BotHealth, metered: () => Metered): void {
  app.get('/metrics', ownMachineOnly, (c) =>
    c.body(metricsText(health(), metered(), process.memoryUsage()), 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': 'no-store',
    }),
  );
}

/** Names are of our own code: nothing in a label needs an escape. */
export function metricsText(
  { now, letters, lettersByAge, overdueSince, lastBackup, connections }: BotHealth,
  { messages, latency, eventLoopDelay }: Metered,
  memory: Pick<NodeJS.MemoryUsage, 'rss' | 'heapUsed'>,
): string {
  const gauge = (name: string, value: number) => [`# TYPE ${name} gauge`, `${name} ${value}`];
  return [
    '# TYPE zhibu_messages_total counter',
    ...messages.map(
      ({ command, outcome, count }) =>
        `zhibu_messages_total{command="${command}",outcome="${outcome}"} ${count}`,
    ),
    '# TYPE zhibu_message_seconds histogram',
    ...latency.buckets.map(({ limit, count }) => `zhibu_message_seconds_bucket{le="${limit}"} ${count}`),
    `zhibu_message_seconds_bucket{le="+Inf"} ${latency.count}`,
    `zhibu_message_seconds_sum ${latency.sum}`,
    `zhibu_message_seconds_count ${latency.count}`,
    '# TYPE zhibu_letters gauge',
    ...Object.entries(letters).map(([state, count]) => `zhibu_letters{state="${state}"} ${count}`),
    '# TYPE zhibu_letter_oldest_seconds gauge',
    ...lettersByAge.map(
      ({ state, chat, oldest }) =>
        `zhibu_letter_oldest_seconds{state="${state}",chat="${chat}"} ${secondsBetween(oldest, now)}`,
    ),
    '# TYPE zhibu_connected gauge',
    ...connections.map(
      ({ channel, state }) => `zhibu_connected{channel="${channel}"} ${state === 'connected' ? 1 : 0}`,
    ),
    ...gauge('zhibu_job_overdue_seconds', overdueSince === null ? 0 : secondsBetween(overdueSince, now)),
    // Each backup is verified as it is made; one that fails is none.
    ...(lastBackup === null ? [] : gauge('zhibu_backup_age_seconds', secondsBetween(lastBackup, now))),
    ...gauge('process_resident_memory_bytes', memory.rss),
    ...gauge('nodejs_heap_size_used_bytes', memory.heapUsed),
    ...gauge('nodejs_eventloop_lag_p99_seconds', eventLoopDelay),
    '',
  ].join('\n');
}

/** Seconds from one civil time to another. */
export function secondsBetween(from: string, to: string): number {
  return (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 1000;
}
