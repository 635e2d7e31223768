import Database from 'libsql';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { closeBrowser, hasChromium, withPage } from '../support/web/browser.js';
import { freshFolder, startBot, type Started } from '../support/processes/bot-server.js';

const available = hasChromium();
let place: ReturnType<typeof freshFolder>;
let bot: Started;

beforeEach(async () => {
  place = freshFolder();
  bot = await startBot(place.folder);
});
afterEach(async () => {
  await bot.kill();
  place.remove();
});
afterAll(closeBrowser);

async function speak(page: Page, as: string, chat: 'group' | 'private', line: string): Promise<void> {
  await page.goto(`${bot.url}?as=${as}#${chat}`);
  await page.getByRole('textbox').fill(line);
  await page.keyboard.press('Enter');
}

function ledgerSum(): unknown {
  const db = new Database(join(place.folder, 'zhibu.db'), { readonly: true });
  const row = db.prepare('SELECT SUM(points) AS sum, COUNT(*) AS entries FROM ledger_entry').get() as Record<
    string,
    unknown
  >;
  db.close();
  return { sum: row['sum'], entries: row['entries'] };
}

describe.skipIf(!available)('the real bot on its page', () => {
  it('speaks as the recorder, confirms as the secretary, sees the score; a kill in between loses nothing', async () => {
    await withPage(bot.url, async (page) => {
      const log = page.getByRole('log');
      await speak(page, 'zhaomin', 'group', '/加分 张三 8 公益活动 证明 王芳、孙伟');
      await expect.poll(() => log.textContent()).toContain('已登记 #1');
      await speak(page, 'wangfang', 'group', '/证明 1');
      await expect.poll(() => log.textContent()).toContain('王芳同志已证明');
    });
    await bot.kill();
    bot = await startBot(place.folder);
    await withPage(bot.url, async (page) => {
      const log = page.getByRole('log');
      await speak(page, 'sunwei', 'group', '/证明 1');
      await expect.poll(() => log.textContent()).toContain('证明已齐');
      await speak(page, 'liqiang', 'private', '/确认 1');
      await expect.poll(() => log.textContent()).toContain('现103分');
      await speak(page, 'zhangsan', 'private', '/积分');
      await expect.poll(() => log.textContent()).toMatch(/张三 \d{4}年积分：103分/u);
    });
    expect(ledgerSum()).toEqual({ sum: 3, entries: 1 });
  });

  it('lets somebody who joins the roster meanwhile speak and bind their account, without a restart', async () => {
    await withPage(bot.url, async (page) => {
      const log = page.getByRole('log');
      await speak(page, 'zhaomin', 'group', '/群众 添加 田园');
      await page.locator('#people label', { hasText: '田园' }).click();
      await page.getByRole('textbox').fill('/绑定 田园');
      await page.keyboard.press('Enter');
      await expect.poll(() => log.textContent()).toContain('#1');
      await speak(page, 'liqiang', 'private', '/确认 1');
      await expect.poll(() => log.textContent()).toContain('#1 已绑定');
    });
    const db = new Database(join(place.folder, 'zhibu.db'), { readonly: true });
    const bound = db.prepare("SELECT count(*) AS count FROM account WHERE account LIKE 'person-%'").get();
    db.close();
    expect(bound).toMatchObject({ count: 1 });
  });
});
