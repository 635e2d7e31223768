import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findGateway } from '../../../src/channels/wechaty/service-puppet.js';
import { UnknownToken } from '../../../src/channels/wechaty/errors.js';
import {
  openGatewayDirectory,
  type GatewayDirectory,
} from '../../support/channels/wechaty/gateway-directory.js';
import { openWechaty, type WechatyScene } from './scene.js';

let directory: GatewayDirectory;
let scene: WechatyScene | undefined;
beforeEach(async () => {
  directory = await openGatewayDirectory();
});
afterEach(async () => {
  await scene?.close();
  scene = undefined;
  await directory.close();
});

const named = () => `wechaty://${directory.authority}/puppet_workpro_abc`;

describe('GIVEN a gateway known only by its token', () => {
  it('THEN the directory says where it is', async () => {
    directory.answers(200, { host: 'gateway.example', port: 8788 });
    expect(await findGateway(named())).toBe('gateway.example:8788');
    expect(directory.asked).toEqual(['/v0/hosties/puppet_workpro_abc']);
  });

  it('WHEN the directory does not know the token THEN it is refused; any other answer is retried', async () => {
    directory.answers(404, '');
    await expect(findGateway(named())).rejects.toBeInstanceOf(UnknownToken);
    for (const [status, body] of [
      [500, 'oops'],
      [429, ''],
      [200, 'oops'],
      [200, { host: '0.0.0.0', port: 0 }],
    ] as const) {
      directory.answers(status, body);
      const error: unknown = await findGateway(named()).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(UnknownToken);
    }
  });

  it('THEN an address in the settings is used unchanged', async () => {
    expect(await findGateway('127.0.0.1:8788')).toBe('127.0.0.1:8788');
    expect(directory.asked).toEqual([]);
  });

  it('THEN the bot finds it, and again after an outage with a silent directory', async () => {
    scene = await openWechaty('gateway', { loggedIn: false, isStarted: false });
    const { world, gateway, channel } = scene;
    directory.answers(200, { host: '127.0.0.1', port: gateway!.line.port });
    delete process.env['WECHATY_PUPPET_SERVICE_ENDPOINT'];
    process.env['WECHATY_PUPPET_SERVICE_AUTHORITY'] = directory.authority;
    const states: string[] = [];
    world.login();
    await channel.start(
      () => Promise.resolve(),
      ({ state }) => void states.push(state),
    );
    await expect.poll(() => states.at(-1)).toBe('connected');
    const back = await gateway!.line.cut();
    directory.answers(500, 'oops');
    await expect.poll(() => states.at(-1)).toBe('lost');
    const before = directory.asked.length;
    await expect.poll(() => directory.asked.length).toBeGreaterThan(before);
    directory.answers(200, { host: '127.0.0.1', port: gateway!.line.port });
    await back();
    await expect.poll(() => states.at(-1)).toBe('connected');
  });
});
