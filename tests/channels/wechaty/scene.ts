import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { WechatyBuilder } from 'wechaty';
import type { Channel, ConnectionReport, Inbound, Outbound } from '../../../src/app/ports/channel.js';
import {
  openWechatyChannel,
  type WechatyNews,
  type WechatyOptions,
} from '../../../src/channels/wechaty/channel.js';
import { machineTimer } from '../../../src/clock.js';
import { handTimer } from '../../support/branch/hand-timer.js';
import {
  groupTopic,
  openGateway,
  openWorld,
  roomId,
  type Gateway,
  type WechatyWorld,
} from '../../support/channels/wechaty/wechaty-world.js';

export type Way = 'process' | 'gateway';
export const ways: readonly Way[] = ['process', 'gateway'];

/** The channel with wechaty itself, before a mock in this process or a real gateway on loopback. */
export interface WechatyScene {
  readonly world: WechatyWorld;
  readonly gateway: Gateway | undefined;
  readonly channel: Channel;
  readonly heard: readonly Inbound[];
  readonly reports: readonly ConnectionReport[];
  readonly states: () => readonly string[];
  readonly news: readonly WechatyNews[];
  readonly logged: () => string;
  /** The newest message heard, once there are this many. */
  hears(count: number): Promise<Inbound>;
  send(message: Partial<Outbound> & Pick<Outbound, 'chat'>): Promise<void>;
  close(): Promise<void>;
}

export const inGroup = { kind: 'group', id: groupTopic } as const;
export const inPrivate = (account: string) => ({ kind: 'private', account }) as const;

export function logInto(lines: string[]) {
  const write = (facts: object, event: string) => void lines.push(`${event} ${JSON.stringify(facts)}`);
  return { info: write, warn: write, error: write };
}

/** People, their group and another one. */
export function peopled(world: WechatyWorld): void {
  world.person('bot', '机器人');
  const names = ['李强', '赵敏', '张三', '王芳', '孙伟', '路人'];
  for (const name of names) world.person(name, name);
  world.room(roomId, groupTopic, ['bot', ...names]);
  world.room('other@chatroom', '业主群', ['bot', '路人']);
}

/** Short intervals and long limits, so that slow machines pass; a lost connection is retried at once. */
const patient = { heartbeat: 100, patience: 600_000, firstBackOff: 20 };

export function wechatyOptions(
  world: WechatyWorld,
  way: Way,
  session: string,
  lines: string[],
  news: WechatyNews[],
): WechatyOptions {
  return {
    ...patient,
    puppet: way === 'gateway' ? 'wechaty-puppet-service' : 'wechaty-puppet-mock',
    ...(way === 'gateway'
      ? {}
      : { bots: () => WechatyBuilder.build({ name: session, puppet: world.puppet }) }),
    room: groupTopic,
    session,
    botName: '支部机器人',
    timer: machineTimer,
    log: logInto(lines),
    says: { tooLarge: () => '太大了', notFetched: '没有收到' },
    onNews: (item) => void news.push(item),
  };
}

/** Logged in and with its group found, unless the options differ. */
export async function openWechaty(
  way: Way,
  options: Partial<WechatyOptions> & {
    readonly loggedIn?: boolean;
    /** False: the test starts the channel itself. */
    readonly isStarted?: boolean;
    readonly prepare?: (world: WechatyWorld) => void;
    readonly receive?: (message: Inbound) => Promise<void>;
  } = {},
): Promise<WechatyScene> {
  const { loggedIn = true, isStarted = true, prepare, receive, ...more } = options;
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-wechaty-'));
  const world = openWorld();
  (prepare ?? peopled)(world);
  const gateway = way === 'gateway' ? await openGateway(world) : undefined;
  const restore = keepEnvironment();
  Object.assign(process.env, gateway?.settings);
  const lines: string[] = [];
  const news: WechatyNews[] = [];
  const heard: Inbound[] = [];
  const reports: ConnectionReport[] = [];
  const waiting: { readonly count: number; readonly done: () => void }[] = [];
  const channel = await openWechatyChannel({
    ...wechatyOptions(world, way, join(folder, 'session'), lines, news),
    ...more,
  });
  const start = () =>
    channel.start(
      async (message) => {
        heard.push(message);
        for (const { count, done } of waiting) if (heard.length >= count) done();
        await receive?.(message);
      },
      (report) => void reports.push(report),
    );
  const started = isStarted ? start() : Promise.resolve();
  if (loggedIn) {
    await until(() => world.isStarted());
    world.login();
    await started;
    await until(() => news.some(({ kind }) => /[rR]oom/u.test(kind)));
  }
  let keys = 0;
  return {
    world,
    gateway,
    channel,
    heard,
    reports,
    states: () => reports.map(({ state }) => state),
    news,
    logged: () => lines.join('\n'),
    async hears(count) {
      if (heard.length < count) await new Promise<void>((done) => void waiting.push({ count, done }));
      return heard[count - 1]!;
    },
    send: (message) => channel.send({ key: `b1/${(keys += 1)}`, text: '', files: [], ...message }),
    async close() {
      await channel.stop();
      await gateway?.close();
      await world.close();
      restore();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A connection whose time is moved by hand: asked at every step, and silent for long only when a test says so. */
export function byHand() {
  const timer = handTimer();
  const heartbeat = 20;
  const patience = 100_000;
  return {
    options: { timer, heartbeat, patience },
    /** Silence long enough for a dead connection. */
    async silence(): Promise<void> {
      await timer.pass(heartbeat);
      await timer.pass(patience);
    },
    /** Waits in far fewer steps than make a silence. */
    until: (holds: () => boolean) =>
      expect
        .poll(async () => {
          await timer.pass(heartbeat);
          return holds();
        })
        .toBe(true),
  };
}

/** @returns a function that restores the variables; the object itself stays, since programs and libraries hold it */
export function keepEnvironment(): () => void {
  const before = { ...process.env };
  return () => {
    for (const name of Object.keys(process.env))
      if (!(name in before)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  };
}

/** Checks again every few milliseconds: at each turn of the event loop, a test that waits would take a whole processor. */
export async function until(holds: () => boolean): Promise<void> {
  await vi.waitUntil(holds, { interval: 5, timeout: 120_000 });
}
