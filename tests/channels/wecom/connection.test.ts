import { afterEach, describe, expect, it } from 'vitest';
import { WecomRefused } from '../../../src/channels/wecom/errors.js';
import { openWecomChannel } from '../../../src/channels/wecom/channel.js';
import { startWecomService, type WecomService } from '../../support/channels/wecom/wecom-service.js';
import { inPrivate, openWecom, wecomOptions, type WecomScene } from './scene.js';

let scene: WecomScene | undefined;
let service: WecomService | undefined;
afterEach(async () => {
  await scene?.close();
  await service?.close();
  scene = undefined;
  service = undefined;
});

const ignore = () => undefined;
const nobody = () => Promise.resolve();

describe('GIVEN a wrong secret', () => {
  it("THEN the start fails with the service's code, without retries, and no log contains the secret", async () => {
    service = await startWecomService();
    const lines: string[] = [];
    const channel = await openWecomChannel({ ...wecomOptions(service, lines), secret: 'wrong-secret' });
    const states: string[] = [];
    await expect(channel.start(nobody, ({ state }) => void states.push(state))).rejects.toEqual(
      new WecomRefused(853000),
    );
    expect(states).toEqual(['connecting']);
    expect(service.subscriptions()).toBe(1);
    expect(lines.join('\n')).toContain('853000');
    expect(lines.join('\n')).not.toContain('secret');
    await channel.stop();
  });

  it('WHEN it becomes wrong while the bot runs THEN a login is needed, and retries go on', async () => {
    scene = await openWecom();
    const right = scene.service.credentials.secret;
    scene.service.credentials.secret = 'another';
    scene.service.dropConnection();
    await expect.poll(() => scene!.states.at(-1)).toBe('loginNeeded');
    scene.service.credentials.secret = right;
    await expect.poll(() => scene!.states.at(-1)).toBe('connected');
    expect(scene.states).toEqual(['connecting', 'connected', 'lost', 'loginNeeded', 'connected']);
  });
});

describe('GIVEN a service that cannot be reached at the start', () => {
  it('THEN the bot starts anyway, and connects when the service is back', async () => {
    service = await startWecomService();
    const back = await service.kill();
    const channel = await openWecomChannel(wecomOptions(service, []));
    const states: string[] = [];
    await channel.start(nobody, ({ state }) => void states.push(state));
    expect(states).toEqual(['connecting', 'lost']);
    await back();
    await expect.poll(() => states.at(-1)).toBe('connected');
    await channel.stop();
  });
});

describe('GIVEN a working connection', () => {
  it('WHEN it is dropped THEN that is reported, and it reconnects every time', async () => {
    scene = await openWecom();
    for (const count of [2, 3]) {
      scene.service.dropConnection();
      await expect.poll(() => scene!.service.subscriptions()).toBe(count);
      await expect.poll(() => scene!.states.at(-1)).toBe('connected');
    }
    expect(scene.states).toEqual(['connecting', 'connected', 'lost', 'connected', 'lost', 'connected']);
    scene.service.text({ from: 'zhangsan' }, '/积分');
    expect((await scene.hears(1)).text).toBe('/积分');
  });

  it('WHEN two heartbeats get no answer THEN it is dead, and replaced', async () => {
    scene = await openWecom();
    scene.service.rules.deaf = true;
    await expect.poll(() => scene!.states.at(-1)).toBe('lost');
    expect(scene.service.rules.heardPings).toBeGreaterThanOrEqual(2);
    scene.service.rules.deaf = false;
    await expect.poll(() => scene!.states.at(-1)).toBe('connected');
  });

  it('WHEN a message is not acknowledged THEN the connection is checked, and the next message waits for a living one', async () => {
    // The SDK waits five seconds for an acknowledgement; the next heartbeat would come after half a minute.
    scene = await openWecom({ heartbeatInterval: 30_000 });
    scene.service.text({ from: 'zhangsan' }, '/积分');
    await scene.hears(1);
    scene.service.rules.deaf = true;
    const first = scene.send({ chat: inPrivate('zhangsan'), text: '一' });
    await expect(first).rejects.toMatchObject({ failure: 'uncertain' });
    const second = scene.send({ chat: inPrivate('zhangsan'), text: '二' });
    await expect(second).rejects.toMatchObject({ failure: 'transient' });
    await scene.service.when(() => scene!.service.rules.heardPings === 1);
    scene.service.rules.deaf = false;
    await expect.poll(() => scene!.states).toEqual(['connecting', 'connected', 'lost', 'connected']);
    await scene.send({ chat: inPrivate('zhangsan'), text: '二' });
    expect(scene.service.shown.map(({ text }) => text)).toEqual(['二']);
  });

  it('WHEN a newer connection replaces it THEN that is reported, and it does not reconnect', async () => {
    scene = await openWecom();
    const newer = await openWecomChannel(wecomOptions(scene.service, []));
    await newer.start(nobody, ignore);
    await expect.poll(() => scene!.states.at(-1)).toBe('displaced');
    expect(scene.service.subscriptions()).toBe(2);
    const sent = scene.send({ chat: inPrivate('zhangsan'), text: '您好' });
    await expect(sent).rejects.toMatchObject({ failure: 'transient' });
    scene.service.dropConnection();
    // The newer one reconnects; ours does not.
    await expect.poll(() => scene!.service.subscriptions()).toBe(3);
    await expect.poll(() => scene!.service.isLive()).toBe(true);
    expect(scene.states).toEqual(['connecting', 'connected', 'displaced']);
    await newer.stop();
  });

  it('WHEN the bot stops THEN the connection ends for good', async () => {
    scene = await openWecom();
    await scene.channel.stop();
    await expect.poll(() => scene!.service.isLive()).toBe(false);
    expect(scene.states).toEqual(['connecting', 'connected']);
    expect(scene.service.subscriptions()).toBe(1);
  });
});

describe('GIVEN a service that accepts the connection and says nothing', () => {
  it('THEN the connection is replaced after a while: the SDK would wait for ever', async () => {
    service = await startWecomService();
    service.rules.deaf = true;
    const due: (() => void)[] = [];
    const timer = { now: () => 0, after: (_: number, work: () => void) => (due.push(work), ignore) };
    const channel = await openWecomChannel({ ...wecomOptions(service, []), timer });
    const states: string[] = [];
    const started = channel.start(nobody, ({ state }) => void states.push(state));
    await expect.poll(() => due.length).toBe(2);
    service.rules.deaf = false;
    // The first timer is the start's, the second the connection's.
    due[1]!();
    await started;
    expect(states).toEqual(['connecting', 'lost', 'connected']);
    await channel.stop();
  });
});
