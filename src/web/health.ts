import { createServer } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { BotHealth } from '../app/ports/health.js';
import { ownMachineOnly, ownWindowOnly, pageHeaders } from './guard.js';
import { assetRoute } from './assets.js';
import { metricsRoute, secondsBetween, type Metered } from './metrics.js';
import { loginRoute, type LoginView } from './login.js';

/** Seconds. */
const groupMayWait = 600;
const jobsMayWait = 3600;
const onTheWay: ReadonlySet<string> = new Set(['queued', 'sending']);

/**
 * `GET /healthz`, for the machine's watchdog: the state of each connection, since when, and how many letters wait.
 * Nothing about people, and only for this machine, even when the page itself is open to others.
 */
export function healthRoute(app: Hono, health: () => BotHealth): void {
  app.get('/healthz', ownMachineOnly, (c) => {
    const { startedAt, version, now, connections, letters, lettersByAge, overdueSince } = health();
    const isLate = (since: string | null, seconds: number) =>
      since !== null && secondsBetween(since, now) > seconds;
    const toGroup = lettersByAge.filter(({ state, chat }) => chat === 'group' && onTheWay.has(state));
    const late = {
      letters: toGroup.some(({ oldest }) => isLate(oldest, groupMayWait)),
      jobs: isLate(overdueSince, jobsMayWait),
    };
    const isWell = connections.every(({ state }) => state === 'connected') && !late.letters && !late.jobs;
    const body = {
      status: isWell ? 'ok' : 'degraded',
      since: startedAt,
      version,
      connections: connections.map(({ channel, state, since, standby }) => ({
        channel,
        state,
        since,
        standby,
      })),
      letters,
      late,
    };
    return c.json(body, isWell ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
}

/** The desk as it is served, and the names by which people reach it besides this machine's own. */
export interface ServedDesk {
  readonly app: Hono;
  readonly hosts: readonly string[];
}

/**
 * For channels without a page of their own. Rejects when the port is taken.
 * @param login of a channel that people log in to
 */
export async function startHealth(
  health: () => BotHealth,
  port: number,
  desk?: ServedDesk,
  login?: () => LoginView,
  metered?: () => Metered,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const host = '127.0.0.1';
  const app = new Hono();
  app.use(pageHeaders, ownWindowOnly(host, ...(desk?.hosts ?? [])));
  app.onError((_error, c) => c.json({ status: 'failing' }, 503));
  healthRoute(app, health);
  if (desk !== undefined) {
    assetRoute(app);
    app.route('/desk', desk.app);
  }
  if (metered !== undefined) metricsRoute(app, health, metered);
  if (login !== undefined) loginRoute(app, login);
  const server = serve({ fetch: app.fetch, hostname: host, port, createServer });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', resolve);
  });
  const address = server.address();
  return {
    url: `http://${host}:${typeof address === 'object' && address ? address.port : port}/healthz`,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
