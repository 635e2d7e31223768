import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { types } from 'wechaty-puppet';
import { openWechatyChannel } from '../../../src/channels/wechaty/channel.js';
import { MissingPackage, TokenRefused, UnusablePuppet } from '../../../src/channels/wechaty/errors.js';
import { openWorld } from '../../support/channels/wechaty/wechaty-world.js';
import * as wechaty from 'wechaty';
import { loadBots } from '../../../src/channels/wechaty/puppets.js';
import type { WechatyBot } from '../../../src/channels/wechaty/library.js';
import {
  byHand,
  inGroup,
  inPrivate,
  openWechaty,
  peopled,
  until,
  ways,
  wechatyOptions,
  type WechatyScene,
} from './scene.js';

let scene: WechatyScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

const nobody = () => Promise.resolve();
const state = () => scene!.states().at(-1);

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
    // The package forgets the account one turn after it has said so, and drops a login that comes in between.
    await new Promise((resolve) => setTimeout(resolve, 50));
    world.login();
    await expect.poll(state).toBe('connected');
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
    // Only loads the package; the opened gateway has its own.
    process.env['WECHATY_PUPPET_SERVICE_TOKEN'] = 'insecure_loading';
    const make = await loadBots(wechaty, 'wechaty-puppet-service', join(tmpdir(), 'zhibu-session'));
    delete process.env['WECHATY_PUPPET_SERVICE_TOKEN'];
    const bots: WechatyBot[] = [];
    scene = await openWechaty('gateway', {
      bots: (onLost) => {
        const bot = make(onLost);
        bots.push(bot);
        return bot;
      },
      prepare: peopled,
    });
    await (bots[0]!.puppet as unknown as { reset(): Promise<void> }).reset();
    await expect.poll(() => scene!.states()).toEqual(['connecting', 'connected', 'lost', 'connected']);
    scene.world.text({ from: '张三' }, '/积分');
    expect((await scene.hears(1)).text).toBe('/积分');
    expect(scene.news.some(({ kind }) => kind === 'loggedOut')).toBe(false);
    expect(scene.world.puppet.isLoggedIn).toBe(true);
  });
});

describe('GIVEN a puppet that reports the same error again and again', () => {
  it('THEN it is logged once, and the connection lasts', async () => {
    scene = await openWechaty('process');
    for (let count = 0; count < 50; count += 1) scene.world.puppet.emit('error', new Error('no network'));
    scene.world.text({ from: '张三' }, '/积分');
    await scene.hears(1);
    expect(scene.logged().match(/^wechaty /gmu)).toHaveLength(1);
    expect(state()).toBe('connected');
  });
});

describe('GIVEN a working connection to the gateway', () => {
  it('WHEN it is cut THEN that is reported, nothing is sent, and it reconnects every time', async () => {
    scene = await openWechaty('gateway');
    for (const count of [1, 2]) {
      const back = await scene.gateway!.line.cut();
      await expect.poll(state).toBe('lost');
      await expect(scene.send({ chat: inGroup, text: '公示' })).rejects.toMatchObject({
        failure: 'transient',
      });
      await back();
      await expect.poll(state).toBe('connected');
      scene.world.text({ from: '张三' }, `/积分 ${count}`);
      expect((await scene.hears(count)).text).toBe(`/积分 ${count}`);
    }
    await scene.send({ chat: inPrivate('张三'), text: '100分' });
    expect(scene.world.said).toHaveLength(1);
    // Reconnecting and disconnecting never log the account out.
    expect(scene.world.puppet.isLoggedIn).toBe(true);
    expect(scene.states()).toEqual(['connecting', 'connected', 'lost', 'connected', 'lost', 'connected']);
  });

  it('WHEN nothing comes back any more THEN it is dead, and replaced', async () => {
    const hand = byHand();
    scene = await openWechaty('gateway', hand.options);
    scene.gateway!.line.swallow(true);
    await hand.silence();
    expect(state()).toBe('lost');
    const back = await scene.gateway!.line.cut();
    scene.gateway!.line.swallow(false);
    await back();
    await hand.until(() => state() === 'connected');
  });

  it('WHEN it goes silent without closing THEN another one replaces it, which speaks and hears', async () => {
    const hand = byHand();
    scene = await openWechaty('gateway', hand.options);
    scene.gateway!.line.hush();
    await hand.silence();
    expect(state()).toBe('lost');
    await hand.until(() => state() === 'connected');
    scene.world.text({ from: '张三' }, '/积分');
    expect((await scene.hears(1)).text).toBe('/积分');
    await scene.send({ chat: inPrivate('张三'), text: '100分' });
    expect(scene.world.said).toHaveLength(1);
    expect(scene.world.puppet.isLoggedIn).toBe(true);
  });

  it('WHEN it breaks during a download THEN the sender hears it, and the bot goes on', async () => {
    scene = await openWechaty('gateway');
    const { world, gateway } = scene;
    world.file({ from: '张三' }, 'Image', '照片.png', Buffer.alloc(8 * 1024 * 1024, 1));
    await until(() => gateway!.line.passed() > 1024 * 1024);
    const back = await gateway!.line.cut();
    await expect.poll(state).toBe('lost');
    await back();
    await expect.poll(state).toBe('connected');
    world.text({ from: '王芳' }, '/积分');
    await expect.poll(() => scene!.heard.map(({ text }) => text)).toContain('/积分');
  });

  it('WHEN the bot stops THEN the account stays logged in on the gateway', async () => {
    scene = await openWechaty('gateway');
    await scene.channel.stop();
    await new Promise((resolve) => setImmediate(resolve));
    expect(scene.world.puppet.isLoggedIn).toBe(true);
  });
});

describe('GIVEN settings that cannot work', () => {
  const open = (options: object) =>
    openWechatyChannel({ ...wechatyOptions(openWorld(), 'gateway', '/nowhere/session', [], []), ...options });

  it('THEN a missing or unusable puppet is named', async () => {
    await expect(open({ puppet: 'wechaty-puppet-nowhere' })).rejects.toEqual(
      new MissingPackage('wechaty-puppet-nowhere'),
    );
    await expect(open({ puppet: 'zod' })).rejects.toBeInstanceOf(UnusablePuppet);
  });

  it('THEN a wrong token ends the start, and no log contains it', async () => {
    scene = await openWechaty('gateway', { loggedIn: false, isStarted: false });
    process.env['WECHATY_PUPPET_SERVICE_TOKEN'] = 'insecure_quite-another';
    const lines: string[] = [];
    const channel = await openWechatyChannel({
      ...wechatyOptions(scene.world, 'gateway', '/nowhere/session', lines, []),
    });
    await expect(channel.start(nobody, () => undefined)).rejects.toBeInstanceOf(TokenRefused);
    expect(lines.join('\n')).toContain('refuses the token');
    expect(lines.join('\n')).not.toContain('another');
    await channel.stop();
  });
});
