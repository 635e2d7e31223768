import { expect, it } from 'vitest';
import type { BotHealth } from '../../src/app/ports/health.js';
import { isLoopback } from '../../src/web/guard.js';
import { startHealth } from '../../src/web/health.js';
import { metricsText } from '../../src/web/metrics.js';

const health = (state: 'connected' | 'lost'): BotHealth => ({
  startedAt: '2026-11-23T09:00:00',
  version: '0.1.0',
  connections: [{ channel: 'wecom', title: '企业微信', state, since: '2026-11-23T09:05:00', standby: false }],
  letters: { queued: 3, uncertain: 1 },
  now: '2026-11-23T09:20:00',
  lettersByAge: [
    { state: 'queued', chat: 'private', oldest: '2026-11-23T09:06:00' },
    { state: 'uncertain', chat: 'group', oldest: '2026-11-23T09:06:00' },
    { state: 'sending', chat: 'group', oldest: '2026-11-23T09:10:00' },
  ],
  overdueSince: '2026-11-23T08:20:00',
  lastBackup: '2026-11-23T02:30:00',
});

it('GET /healthz reports every connection and the number of waiting letters: 200, or 503 while one is lost', async () => {
  let state: 'connected' | 'lost' = 'connected';
  const server = await startHealth(() => health(state), 0);
  const well = await fetch(server.url);
  expect(well.status).toBe(200);
  expect(await well.json()).toEqual({
    status: 'ok',
    since: '2026-11-23T09:00:00',
    version: '0.1.0',
    connections: [{ channel: 'wecom', state: 'connected', since: '2026-11-23T09:05:00', standby: false }],
    letters: { queued: 3, uncertain: 1 },
    late: { letters: false, jobs: false },
  });
  state = 'lost';
  const ill = await fetch(server.url);
  expect(ill.status).toBe(503);
  expect(await ill.json()).toMatchObject({ status: 'degraded', connections: [{ state: 'lost' }] });
  await server.close();
});

it('and 503 when even that is unknown; it answers this machine only', async () => {
  const server = await startHealth(() => {
    throw new Error('the file is gone');
  }, 0);
  const response = await fetch(server.url);
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ status: 'failing' });
  await server.close();
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
  expect(['10.0.0.8', '192.168.1.2', '::ffff:10.0.0.8', ''].some(isLoopback)).toBe(false);
});

it('and 503 when letters of the group wait for more than ten minutes, or a job is an hour late', async () => {
  let now: Partial<BotHealth> = {};
  const server = await startHealth(() => ({ ...health('connected'), ...now }), 0);
  const seen = async (facts: Partial<BotHealth>) => {
    now = facts;
    const response = await fetch(server.url);
    return [response.status, ((await response.json()) as { late: unknown }).late];
  };
  expect(await seen({ now: '2026-11-23T09:20:01' })).toEqual([503, { letters: true, jobs: true }]);
  expect(await seen({ now: '2026-11-23T09:20:01', lettersByAge: [] })).toEqual([
    503,
    { letters: false, jobs: true },
  ]);
  expect(await seen({ now: '2026-11-23T09:30:00', overdueSince: null })).toEqual([
    503,
    { letters: true, jobs: false },
  ]);
  await server.close();
});

it('GET /metrics tells in the text of Prometheus what the bot does, and nothing about people', () => {
  const text = metricsText(
    health('connected'),
    {
      messages: [{ command: 'points.propose', outcome: 'done', count: 2 }],
      latency: { buckets: [{ limit: 0.025, count: 1 }], sum: 0.5, count: 2 },
      eventLoopDelay: 0.02,
    },
    { rss: 1000, heapUsed: 500 },
  );
  for (const line of [
    'zhibu_messages_total{command="points.propose",outcome="done"} 2',
    'zhibu_message_seconds_bucket{le="0.025"} 1',
    'zhibu_message_seconds_bucket{le="+Inf"} 2',
    'zhibu_letters{state="queued"} 3',
    'zhibu_letter_oldest_seconds{state="uncertain",chat="group"} 840',
    'zhibu_connected{channel="wecom"} 1',
    'zhibu_job_overdue_seconds 3600',
    'zhibu_backup_age_seconds 24600',
    'process_resident_memory_bytes 1000',
    'nodejs_eventloop_lag_p99_seconds 0.02',
  ])
    expect(text.split('\n')).toContain(line);
  const isLine =
    /^(?:# TYPE \w+ (?:counter|gauge|histogram)|[a-z_0-9]+(?:\{[a-z]+="[^"\n]+"(?:,[a-z]+="[^"\n]+")*\})? [\d.]+)$/u;
  expect(
    text
      .trimEnd()
      .split('\n')
      .filter((line) => !isLine.test(line)),
  ).toEqual([]);
});
