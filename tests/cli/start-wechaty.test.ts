import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { freshFolder, runToEnd, startBot } from '../support/processes/bot-server.js';
import { openGatewayDirectory } from '../support/channels/wechaty/gateway-directory.js';
import {
  groupTopic,
  openGateway,
  openWorld,
  roomId,
  type Gateway,
} from '../support/channels/wechaty/wechaty-world.js';

let place: ReturnType<typeof freshFolder>;
let gateway: Gateway | undefined;
beforeEach(() => {
  place = freshFolder();
});
/** The sample branch, made by the page. */
const withBranch = async () => (await startBot(place.folder)).stop();
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
  place.remove();
});

describe('a setting of WeChat that is wrong is named with what to do, and exit 1', () => {
  it.each([
    [{}, /WECHATY_ROOM：.*必须填写.*例：/su],
    [
      { WECHATY_ROOM: groupTopic, WECHATY_PUPPET: 'wechaty-puppet-service' },
      /WECHATY_PUPPET_SERVICE_TOKEN：.*必须填写.*例：/su,
    ],
    [
      {
        WECHATY_ROOM: groupTopic,
        WECHATY_PUPPET: 'wechaty-puppet-service',
        WECHATY_PUPPET_SERVICE_TOKEN: 'nounderscore',
      },
      /WECHATY_PUPPET_SERVICE_TOKEN：.*下划线.*例：/su,
    ],
    [
      { WECHATY_ROOM: groupTopic, WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:99999' },
      /WECHATY_PUPPET_SERVICE_ENDPOINT：端口.*例：/su,
    ],
    [{ WECHATY_ROOM: groupTopic, WECHATY_PUPPET: '网页 微信' }, /WECHATY_PUPPET：.*例：/su],
  ])('%j', (settings, sentence) => {
    expect(() => readConfig({ CHANNEL: 'wechaty', ...settings })).toThrow(sentence);
  });

  it.each([
    [
      { WECHATY_ROOM: groupTopic, WECHATY_PUPPET: 'wechaty-puppet-nowhere' },
      /WECHATY_PUPPET：没有安装.*wechaty-puppet-nowhere.*例：/su,
    ],
    [{ WECHATY_ROOM: groupTopic, WECHATY_PUPPET: 'zod' }, /WECHATY_PUPPET：.*用不了.*例：/su],
  ])('%j', async (settings, sentence) => {
    const { code, output } = await runToEnd(place.folder, { CHANNEL: 'wechaty', ...settings });
    expect(output).toMatch(sentence);
    expect(output).not.toMatch(/\n\s+at /u);
    expect(code).toBe(1);
  });

  it('a token that the gateway refuses, which no log contains', async () => {
    await withBranch();
    gateway = await openGateway(openWorld());
    const { code, output } = await runToEnd(place.folder, {
      CHANNEL: 'wechaty',
      WECHATY_ROOM: groupTopic,
      ...gateway.settings,
      WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_quite-another',
      LOG_LEVEL: 'debug',
    });
    expect(output).toMatch(/网关没有接受令牌.*WECHATY_PUPPET_SERVICE_TOKEN.*例：/su);
    expect(output).not.toContain('quite-another');
    expect(code).toBe(1);
  });
});

describe('GIVEN a gateway known only by its token', () => {
  const start = async (status: number, body: object) => {
    await withBranch();
    const directory = await openGatewayDirectory();
    directory.answers(status, body);
    const settings = {
      CHANNEL: 'wechaty',
      WECHATY_ROOM: groupTopic,
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: 'puppet_workpro_secret',
      WECHATY_PUPPET_SERVICE_AUTHORITY: directory.authority,
      HOME: place.folder,
    };
    return { settings, close: () => directory.close() };
  };

  it('WHEN nobody knows the token THEN that is reported, and exit 1', async () => {
    const { settings, close } = await start(404, {});
    const { code, output } = await runToEnd(place.folder, { ...settings, LOG_LEVEL: 'debug' });
    await close();
    expect(output).toMatch(/网关没有接受令牌.*例：/su);
    expect(output).not.toContain('secret');
    expect(output).not.toMatch(/\n\s+at /u);
    expect(code).toBe(1);
  });

  it('WHEN it is down THEN the operator hears what to check, and the bot stays', async () => {
    const { settings, close } = await start(200, { host: '0.0.0.0', port: 0 });
    const bot = await startBot(place.folder, settings);
    expect(bot.output()).toMatch(/连不上网关.*服务商核对令牌/su);
    expect(bot.output()).not.toContain('secret');
    expect(await bot.stop()).toBe(0);
    await close();
  });
});

describe('npm start with CHANNEL=wechaty', () => {
  it('shows the code to scan on terminal and page, and after the login hears the group of the settings', async () => {
    await withBranch();
    const world = openWorld();
    world.person('liqiang', '李强');
    world.room(roomId, groupTopic, ['bot', 'liqiang']);
    gateway = await openGateway(world);
    const starting = startBot(place.folder, {
      CHANNEL: 'wechaty',
      WECHATY_ROOM: groupTopic,
      ...gateway.settings,
    });
    await expect.poll(() => world.isStarted()).toBe(true);
    world.scan('https://login.weixin.qq.com/l/abc');
    const bot = await starting;
    const { origin } = new URL(bot.url);
    const page = async () => (await fetch(`${origin}/login`)).text();
    await expect.poll(page).toContain('请扫码登录');
    expect((await (await fetch(`${origin}/login.svg`)).text()).startsWith('<svg')).toBe(true);
    expect(bot.output()).toContain('请用机器人的微信号扫码登录');
    expect(bot.output()).toContain('▀');
    expect(bot.output()).not.toContain('登录已失效');
    world.login();
    await expect.poll(page).toContain('机器人的微信号是“机器人”');
    expect((await fetch(`${origin}/login.svg`)).status).toBe(404);
    await expect.poll(() => bot.output()).toContain(`已找到支部群“${groupTopic}”（编号 ${roomId}）`);
    const code = /书记 李强 的认领码：\/认领 (\d{6})/u.exec(bot.output())?.[1] ?? '';
    world.text({ from: 'liqiang', room: roomId }, `/认领 ${code}`);
    await expect.poll(() => world.said.map(({ text }) => text).join('\n')).toContain('李强同志的账号已认领');
    expect(await bot.stop()).toBe(0);
    expect(world.puppet.isLoggedIn).toBe(true);
    expect(bot.output()).not.toContain(gateway.token);
  });
});
