import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as wechaty from 'wechaty';
import { types } from 'wechaty-puppet';
import type { WechatyBot } from '../../../src/channels/wechaty/library.js';
import { loadBots } from '../../../src/channels/wechaty/puppets.js';
import { byHand, inGroup, inPrivate, openWechaty, peopled, until, ways, type WechatyScene } from './scene.js';

let scene: WechatyScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

const nobody = () => Promise.resolve();
const state = () => scene!.states().at(-1);

/** The bot's own client of the gateway, with all that it has made. */
async function gatewayBots() {
  // Only loads the package; the opened gateway has its own.
  process.env['WECHATY_PUPPET_SERVICE_TOKEN'] = 'insecure_loading';
  const make = await loadBots(wechaty, 'wechaty-puppet-service', join(tmpdir(), 'zhibu-session'));
  delete process.env['WECHATY_PUPPET_SERVICE_TOKEN'];
  const made: WechatyBot[] = [];
  const bots = (onLost: () => void): WechatyBot => {
    const bot = make(onLost);
    made.push(bot);
    return bot;
  };
  return { bots, made };
}

describe.each(ways)('GIVEN an account that is not logged in (%s)', (way) => {
  it('THEN it shows a code, the scan, then the login; an expired login is reported', async () => {
    scene = await openWechaty(way, { loggedIn: false });
    const { world } = scene;
    await until(() => world.isStarted());
    world.scan('https://login.weixin.qq.com/l/abc');
    await expect.poll(state).toBe('loginNeeded');
    await expect(scene.send({ chat: inGroup, text: '您好' })).rejects.toMatchObject({ failure: 'transient' });
    world.scan('', types.ScanStatus.Scanned);
    world.login();
    await expect.poll(state).toBe('connected');
    await expect.poll(() => scene!.news.some(({ kind }) => kind === 'room')).toBe(true);
    await world.logout();
    await expect.poll(state).toBe('loginNeeded');
    expect(scene.news.map(({ kind }) => kind).filter((kind) => kind !== 'room')).toEqual([
      'scan',
      'scanned',
      'loggedIn',
      'loggedOut',
    ]);
    expect(scene.states()).toEqual(['connecting', 'loginNeeded', 'connected', 'loginNeeded']);
    // The package forgets the account one turn after it has said so: a login in between was dropped.
    world.login();
    await expect.poll(state).toBe('connected');
    // Nor does the client answer the old logout by one of its own, which would hit the new login.
    world.text({ from: '张三' }, '/积分');
    expect((await scene.hears(1)).nickname).toBe('张三');
    await scene.send({ chat: inPrivate('张三'), text: '100分' });
    expect(world.puppet.isLoggedIn).toBe(true);
    expect(state()).toBe('connected');
    // The package would keep people's names there, in plain.
    expect(existsSync(join(process.env['HOME'] ?? '', '.wechaty'))).toBe(false);
  });
});

describe('GIVEN a gateway without an account', () => {
  it('THEN a login is wanted, even without a code and after an outage', async () => {
    scene = await openWechaty('gateway', { loggedIn: false });
    await expect.poll(state).toBe('loginNeeded');
    expect(scene.news).toEqual([{ kind: 'notLoggedIn' }]);
    scene.world.login();
    await expect.poll(state).toBe('connected');
    const back = await scene.gateway!.line.cut();
    await expect.poll(state).toBe('lost');
    await scene.world.logout();
    await back();
    await expect.poll(state).toBe('loginNeeded');
    expect(scene.news.at(-1)).toEqual({ kind: 'notLoggedIn' });
  });

  it('WHEN its login is missed THEN a new connection finds it after minutes, not while codes still come', async () => {
    const hand = byHand();
    const { bots, made } = await gatewayBots();
    scene = await openWechaty('gateway', { ...hand.options, bots, heartbeat: 3_600_000, loggedIn: false });
    const { world } = scene;
    await until(() => world.isStarted());
    for (const code of ['1', '2', '3']) {
      world.scan(`https://login.weixin.qq.com/l/${code}`);
      await expect.poll(() => scene!.news.filter(({ kind }) => kind === 'scan').length).toBe(Number(code));
      await hand.options.timer.pass(120_000);
    }
    expect(made).toHaveLength(1);
    Object.assign(made[0]!.puppet, { login: () => undefined });
    world.login();
    await hand.options.timer.pass(59_000);
    expect(state()).toBe('loginNeeded');
    await hand.options.timer.pass(1_000);
    await hand.until(() => state() === 'connected');
    expect(made).toHaveLength(2);
    expect(scene.states()).toEqual(['connecting', 'loginNeeded', 'connected']);
    // It waits no longer.
    await hand.options.timer.pass(600_000);
    expect(made).toHaveLength(2);
  });

  it('WHEN it is unreachable at the start THEN that is reported once, and it is found later', async () => {
    scene = await openWechaty('gateway', { loggedIn: false, isStarted: false });
    const { gateway, channel, world, news } = scene;
    world.login();
    const back = await gateway!.line.cut();
    const states: string[] = [];
    await channel.start(nobody, (report) => void states.push(report.state));
    expect(states).toEqual(['connecting', 'lost']);
    await back();
    await expect.poll(() => states.at(-1)).toBe('connected');
    expect(news.filter(({ kind }) => kind === 'unreached')).toHaveLength(1);
  });
});

describe('GIVEN an answer to a question that this connection has not asked', () => {
  it('THEN it proves nothing about the login, whose event may follow', async () => {
    scene = await openWechaty('process', { loggedIn: false, heartbeat: 600_000 });
    const { world } = scene;
    await until(() => world.isStarted());
    world.puppet.emit('dong', { data: 'zhibu 1' });
    await new Promise((resolve) => setImmediate(resolve));
    world.login();
    await expect.poll(state).toBe('connected');
    expect(scene.states()).toEqual(['connecting', 'connected']);
  });
});

describe('GIVEN a client of the gateway that restarts itself after the computer slept', () => {
  it('THEN another one replaces it and hears, and no expired login is reported', async () => {
    const { bots, made } = await gatewayBots();
    scene = await openWechaty('gateway', { bots, prepare: peopled });
    await (made[0]!.puppet as unknown as { reset(): Promise<void> }).reset();
    await expect.poll(() => scene!.states()).toEqual(['connecting', 'connected', 'lost', 'connected']);
    scene.world.text({ from: '张三' }, '/积分');
    expect((await scene.hears(1)).text).toBe('/积分');
    expect(scene.news.some(({ kind }) => kind === 'loggedOut')).toBe(false);
    expect(scene.world.puppet.isLoggedIn).toBe(true);
  });
});
