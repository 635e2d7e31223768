import { expect, it } from 'vitest';
import type { BotHealth } from '../../src/app/ports/health.js';
import { isLoopback } from '../../src/web/guard.js';
import { startHealth } from '../../src/web/health.js';

const health = (state: 'connected' | 'lost'): BotHealth => ({
  startedAt: '2026-11-23T09:00:00',
  version: '0.1.0',
  connections: [{ channel: 'wecom', title: '企业微信', state, since: '2026-11-23T09:05:00', standby: false }],
  letters: { queued: 3, uncertain: 1 },
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
