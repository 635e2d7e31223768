import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { freshFolder, runToEnd, startBot } from '../support/processes/bot-server.js';
import { startWebhookService } from '../support/channels/wecom/webhook-service.js';
import { startWecomService, type WecomService } from '../support/channels/wecom/wecom-service.js';

let place: ReturnType<typeof freshFolder>;
let service: WecomService;
const sample = freshFolder();
beforeAll(async () => {
  // The sample branch, made by the page once; every test has a copy.
  await (await startBot(sample.folder)).stop();
});
afterAll(() => sample.remove());
beforeEach(async () => {
  place = freshFolder();
  cpSync(sample.folder, place.folder, { recursive: true });
  service = await startWecomService();
});
afterEach(async () => {
  await service.close();
  place.remove();
});

const settings = (more: Record<string, string> = {}) => ({
  CHANNEL: 'wecom',
  WECOM_BOT_ID: service.credentials.botId,
  WECOM_BOT_SECRET: service.credentials.secret,
  WECOM_WS_URL: service.url,
  ...more,
});
const groups = () => {
  const db = new Database(join(place.folder, 'zhibu.db'), { readonly: true });
  try {
    return db.prepare("SELECT channel, chat FROM group_chat WHERE channel <> 'local' ORDER BY channel").all();
  } finally {
    db.close();
  }
};

describe('a setting of WeCom that is wrong is named with what to do, and exit 1', () => {
  it('a wrong secret, which no log contains', async () => {
    const wrong = settings({ WECOM_BOT_SECRET: 'quite-another-secret', LOG_LEVEL: 'debug' });
    const { code, output } = await runToEnd(place.folder, wrong);
    expect(output).toMatch(/企业微信没有接受.*853000.*WECOM_BOT_SECRET.*例：/su);
    expect(output).not.toContain('quite-another-secret');
    expect(output).not.toMatch(/\n\s+at /u);
    expect(code).toBe(1);
  });

  it.each([
    ['WECOM_BOT_ID', '', /WECOM_BOT_ID：.*必须填写.*例：/su],
    ['WECOM_BOT_SECRET', '', /WECOM_BOT_SECRET：.*必须填写.*例：/su],
    ['WECOM_BOT_SECRET', 'with a blank', /WECOM_BOT_SECRET：.*没有空格.*例：/su],
    ['WECOM_WS_URL', 'https://x', /WECOM_WS_URL：.*例：wss:/su],
    ['WECOM_WS_URL', 'wss://127.0.0.1:99999', /WECOM_WS_URL：.*例：wss:/su],
    ['WECOM_WEBHOOK_KEY', 'https://qyapi.weixin.qq.com/x?key=1', /WECOM_WEBHOOK_KEY：.*不是整个网址.*例：/su],
    ['WECOM_WEBHOOK_URL', 'qyapi', /WECOM_WEBHOOK_URL：.*例：https:/su],
    ['WECOM_WEBHOOK_GROUP', '是', /WECOM_WEBHOOK_GROUP：.*例：/su],
  ])('%s=%s', (name, value, sentence) => {
    expect(() => readConfig(settings({ [name]: value }))).toThrow(sentence);
  });

  it('a branch that is not there', async () => {
    const { code, output } = await runToEnd(place.folder, settings({ BRANCH_NAME: '没有的支部' }));
    expect(output).toMatch(/没有的支部.*npm run roster/su);
    expect(output).not.toMatch(/\n\s+at /u);
    expect(code).toBe(1);
  });

  it('no roster yet', async () => {
    const empty = freshFolder();
    const { code, output } = await runToEnd(empty.folder, settings());
    expect(output).toMatch(/BRANCH_NAME.*npm run roster/su);
    expect(code).toBe(1);
    empty.remove();
  });
});

describe('npm start with CHANNEL=wecom', () => {
  it('connects, prints the claim code, hears it in the group, and that is the group from now on', async () => {
    const bot = await startBot(place.folder, settings());
    await service.when(() => service.isLive());
    await expect.poll(() => bot.output()).toMatch(/支部机器人已启动：企业微信机器人（已连接）/u);
    const code = /书记 李强 的认领码：\/认领 (\d{6})/u.exec(bot.output())?.[1] ?? '';
    service.text({ from: 'liqiang-at-work', group: 'wrBranch' }, `@机器人 /认领 ${code}`);
    await service.when(() => service.shown.some(({ chat }) => chat === 'wrBranch'));
    await expect.poll(() => bot.output()).toContain('已把群 wrBranch 作为“示例党支部”的支部群');
    expect(groups()).toEqual([{ channel: 'wecom', chat: 'wrBranch' }]);
    const health = await fetch(`${bot.url}healthz`);
    expect(await health.json()).toMatchObject({
      status: 'ok',
      connections: [{ channel: 'wecom', state: 'connected' }],
    });
    expect(await bot.stop()).toBe(0);
    expect(bot.output()).not.toContain(service.credentials.secret);
  });

  it('takes the group of the settings instead of the one it knew, and a webhook beside it', async () => {
    const webhook = await startWebhookService();
    const first = await startBot(place.folder, settings({ WECOM_GROUP: 'wrOld' }));
    await first.stop();
    const more = {
      WECOM_GROUP: 'wrNew',
      WECOM_WEBHOOK_KEY: webhook.rules.key,
      WECOM_WEBHOOK_URL: webhook.url,
    };
    const bot = await startBot(place.folder, settings(more));
    expect(groups()).toEqual([
      { channel: 'wecom', chat: 'wrNew' },
      { channel: 'wecom-webhook', chat: 'webhook' },
    ]);
    await bot.stop();
    expect(bot.output()).not.toContain(webhook.rules.key);
    await webhook.close();
  });
});
