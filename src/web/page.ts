import { createServer } from 'node:http';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { z } from 'zod';
import { failureOf } from '../app/failure.js';
import type { Chat } from '../app/ports/channel.js';
import type { BotHealth } from '../app/ports/health.js';
import { takesPart, type LocalMessage } from '../channels/local/message.js';
import type { LocalWorld } from '../channels/local/world.js';
import { assetRoute } from './assets.js';
import { limited } from './body.js';
import { createClockMover, type ClockMover, type MoveRefusal } from './clock-mover.js';
import { fileResponse, MAXIMUM_FILE_BYTES } from './files.js';
import { ownWindowOnly, pageHeaders } from './guard.js';
import { healthRoute } from './health.js';
import { jumpsFrom } from './clock-mover.js';
import type { ServedDesk } from './health.js';
import type { PageLog } from './log.js';
import { shell } from './shell.js';
import { metricsRoute, type Metered } from './metrics.js';
import { readSpeech } from './speech.js';
import { eventStream } from './stream.js';

interface PageOptions {
  readonly world: LocalWorld;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Moves the sample's clock and runs every job on the way. A real branch has none. */
  readonly moveClock?: (to: string, goesOn: () => boolean) => Promise<void>;
  /** Lines that this person could use now, offered above the composer. */
  readonly suggestions?: (account: string) => Promise<readonly { line: string; summary: string }[]>;
  /** Start of work on next quarter's first working day; without it that jump is missing. */
  readonly quarterOpening?: (now: string) => string;
  /** The subtitle: the sample, or a branch of its own. */
  readonly note?: string;
  /** Served below `/desk`. */
  readonly desk?: ServedDesk;
  /** Served as `/healthz` to this machine. */
  readonly health?: () => BotHealth;
  /** Served as `/metrics` to this machine, with the health. */
  readonly metered?: () => Metered;
  readonly log: PageLog;
}

/** Lines of a conversation fetched at once. */
const PAGE = 50;

/** Room for a few large pictures, though not nine of the largest. */
const MAXIMUM_FORM = 4 * MAXIMUM_FILE_BYTES;

const REFUSALS: Readonly<Record<MoveRefusal, { readonly status: 400 | 409 | 500; readonly error: string }>> =
  {
    busy: { status: 409, error: '时间正在推进，请稍候。' },
    real: { status: 409, error: '真实支部的时间不能推进。' },
    backwards: { status: 400, error: '时间只能向后推进，请选一个将来的时间。' },
    tooFar: { status: 400, error: '一次最多向后推进一年，请选近一些的时间。' },
    failed: { status: 500, error: '推进时间时出错，已记录。' },
  };

/** Serves the local group as a page. Rejects when it cannot listen on the address. */
export async function startPage(options: PageOptions): Promise<{ url: string; close(): Promise<void> }> {
  const app = buildApp(options);
  const server = serve({ fetch: app.fetch, hostname: options.host, port: options.port, createServer });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  const shown = options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host;
  return {
    url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // Open event streams never end on their own.
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function buildApp(options: PageOptions): Hono {
  const { world, log, note = '' } = options;
  const clock = createClockMover(world, options.moveClock, log);
  const app = new Hono();
  app.use(pageHeaders, ownWindowOnly(options.host, ...(options.desk?.hosts ?? [])));
  app.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: '没有看懂这个请求。' }, 400);
    const failure = failureOf(error);
    log.error({ ...failure, path: c.req.path }, 'a page request failed');
    if (failure.code === 'ENOSPC') return c.json({ error: '磁盘已满，没有收到。请腾出空间后再发。' }, 507);
    return c.json({ error: '系统出错，已记录。' }, 500);
  });
  app.notFound((c) => c.json({ error: '没有这个地址。' }, 404));
  app.get('/', (c) => c.html(shell(world.group.name, note, world.people(), options.desk !== undefined)));
  assetRoute(app);
  if (options.desk !== undefined) {
    app.route('/desk', options.desk.app);
    app.get('/桌面/:page?', (c) => c.redirect(c.req.param('page') === '样式' ? '/desk/style' : '/desk'));
  }
  const { health, metered } = options;
  if (health !== undefined) healthRoute(app, health);
  if (health !== undefined && metered !== undefined) metricsRoute(app, health, metered);
  readingRoutes(app, options, clock);
  writingRoutes(app, options, clock);
  return app;
}

const asked = z.object({
  as: z.string(),
  chat: z.enum(['group', 'private']).default('group'),
  before: z.coerce.number().int().positive().optional(),
  after: z.coerce.number().int().nonnegative().default(0),
});

function readingRoutes(
  app: Hono,
  { world, suggestions, quarterOpening, moveClock }: PageOptions,
  clock: ClockMover,
): void {
  const last = (chat: Chat): LocalMessage | null => world.history(chat, undefined, 1)[0] ?? null;
  const streams = createPlaces();
  const knows = (account: string): boolean => world.people().some((person) => person.account === account);

  app.get('/api/state', (c) => {
    const { as } = asked.parse(c.req.query());
    if (!knows(as)) return c.notFound();
    const news = world.people().map(({ account }) => [account, last({ kind: 'private', account })?.id ?? 0]);
    return c.json({
      clock: clock.state(),
      lastId: world.lastId(),
      group: last({ kind: 'group', id: world.group.id }),
      private: last({ kind: 'private', account: as }),
      news: Object.fromEntries(news) as Record<string, number>,
    });
  });
  app.get('/api/messages', (c) => {
    const { as, chat, before } = asked.parse(c.req.query());
    if (!knows(as)) return c.notFound();
    const lines = world.history(chatOf(world, chat, as), before, PAGE + 1);
    return c.json({ messages: lines.slice(-PAGE), hasMore: lines.length > PAGE });
  });
  app.get('/api/clock', (c) =>
    c.json({
      ...clock.state(),
      jumps: moveClock === undefined ? [] : jumpsFrom(world.clock.now(), quarterOpening),
    }),
  );
  app.get('/api/suggestions', async (c) => {
    const { as } = asked.parse(c.req.query());
    return knows(as) ? c.json(suggestions ? await suggestions(as) : []) : c.notFound();
  });
  app.get('/api/events', (c) => {
    const { as, after } = asked.parse(c.req.query());
    const seen = Number(c.req.header('last-event-id') ?? after);
    if (!knows(as) || !Number.isSafeInteger(seen)) return c.notFound();
    const leave = streams.enter(getConnInfo(c).remote.address ?? '');
    if (leave === undefined) return c.json({ error: '这台电脑上打开的网页太多了，请关掉几个再刷新。' }, 429);
    return eventStream(world, clock, as, seen, leave);
  });
  app.get('/files/:id', (c) => {
    const found = world.file(Number(c.req.param('id')));
    const { as } = asked.parse(c.req.query());
    return found && knows(as) && takesPart(as, found.chat)
      ? fileResponse(found.file, found.bytes)
      : c.notFound();
  });
}

/** Windows that one machine keeps open; each costs a write for every line. */
const mostStreams = 60;

function createPlaces() {
  const taken = new Map<string, number>();
  return {
    /** Gives what leaves the place free again; undefined when the address has all of its places. */
    enter(address: string): (() => void) | undefined {
      const before = taken.get(address) ?? 0;
      if (before >= mostStreams) return undefined;
      taken.set(address, before + 1);
      return () => void taken.set(address, (taken.get(address) ?? 1) - 1);
    },
  };
}

function writingRoutes(app: Hono, { world }: PageOptions, clock: ClockMover): void {
  const limit = limited(MAXIMUM_FORM, (c) => c.json({ error: '这些文件加起来太大，请分几次发送。' }, 413));
  app.post('/api/messages', limit, async (c) => {
    const form = await c.req.formData().catch(() => new FormData());
    const speech = await readSpeech(form);
    if ('error' in speech) return c.json(speech, 400);
    const { as, chat, text, files, clientId } = speech;
    if (!world.people().some(({ account }) => account === as)) return c.notFound();
    const { id } = await world.say(as, chatOf(world, chat, as), text, files, clientId);
    return c.json({ id });
  });
  const target = z.object({
    to: z.iso.datetime({ local: true, precision: 0 }).refine((to) => !to.endsWith('Z')),
  });
  app.delete('/api/clock', (c) => {
    clock.stop();
    return c.json(clock.state());
  });
  app.post(
    '/api/clock',
    limited(1024, (c) => c.json({ error: '没有看懂这个时间。' }, 413)),
    async (c) => {
      const read = target.safeParse(await c.req.json<unknown>().catch(() => undefined));
      if (!read.success) return c.json({ error: '没有看懂这个时间。' }, 400);
      const refusal = await clock.move(read.data.to);
      return refusal
        ? c.json({ error: REFUSALS[refusal].error }, REFUSALS[refusal].status)
        : c.json(clock.state());
    },
  );
}

const chatOf = (world: LocalWorld, chat: 'group' | 'private', account: string): Chat =>
  chat === 'group' ? { kind: 'group', id: world.group.id } : { kind: 'private', account };
