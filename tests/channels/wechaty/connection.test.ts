import { afterEach, describe, expect, it } from 'vitest';
import { openWechatyChannel } from '../../../src/channels/wechaty/channel.js';
import { MissingPackage, TokenRefused, UnusablePuppet } from '../../../src/channels/wechaty/errors.js';
import { openWorld } from '../../support/channels/wechaty/wechaty-world.js';
import {
  byHand,
  inGroup,
  inPrivate,
  openWechaty,
  until,
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
