import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { closeBrowser, hasChromium, withPage } from '../support/web/browser.js';
import { freshWorld, GROUP } from '../support/web/local.js';
import { closePages, line, ready, say, serve, texts } from '../support/web/local-page.js';

afterEach(closePages);
afterAll(closeBrowser);

describe.skipIf(!hasChromium())('a window on the local group', () => {
  it('moves the clock, and what falls due appears by itself', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    await withPage(`${url}?as=liqiang`, async (page) => {
      await ready(page, 'liqiang');
      expect(await page.locator('.top time').textContent()).toBe('2026年11月23日（周一）09:00');
      await page.locator('.top .clock-button').click();
      await page.getByRole('button', { name: /下季度首个工作日/ }).click();
      await line(page, '季度积分公示').waitFor();
      await expect.poll(() => page.locator('.top time').textContent()).toBe('2027年1月4日（周一）09:00');
      expect(world.clock.now()).toBe('2027-01-04T09:00:00');
      await page.locator('#clock-to').fill('2026-12-01T09:00');
      await page.locator('#clock-form').evaluate((form) => {
        (form as unknown as { noValidate: boolean }).noValidate = true;
      });
      await page.locator('#clock-form .send').click();
      await page.locator('#clock-alert', { hasText: '只能向后推进' }).waitFor();
    });
  });

  it('shows who joined the roster or changed office, without a reload', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    await withPage(`${url}?as=liqiang#group`, async (page) => {
      await ready(page, 'liqiang');
      const before = world.people();
      await page.locator('#say').fill('写到一半');
      world.welcome([
        ...before,
        { account: 'person-99', name: '马骏<b>', title: '机关党员', kind: 'member' },
      ]);
      const row = page.locator('#people label', { hasText: '马骏<b>' });
      await row.waitFor();
      expect(await page.locator('#chat-note').textContent()).toBe(`${before.length + 1}人和机器人`);
      expect(await page.locator('#people input:checked').getAttribute('value')).toBe('liqiang');
      expect(await page.locator('#say').inputValue()).toBe('写到一半');
      await row.click();
      await ready(page, 'person-99');
      await say(page, '/积分');
      expect(world.history(GROUP, undefined, 10).map((m) => m.speaker)).toContainEqual({
        kind: 'person',
        account: 'person-99',
      });
    });
  });

  it('marks a line whose answer was lost, and a retry doubles nothing', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    await withPage(`${url}?as=liqiang`, async (page) => {
      await ready(page, 'liqiang');
      let attempts = 0;
      await page.route('**/api/messages', async (route) => {
        attempts += 1;
        if (attempts === 2) await route.fetch();
        await (attempts < 3 ? route.abort() : route.continue());
      });
      await page.locator('#say').fill('/积分');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '重试' }).click();
      // The second attempt reached the server, so the stream brings the line although its answer was lost.
      await line(page, '已登记').waitFor();
      expect(await page.locator('.line-own').count()).toBe(1);
      await page.reload();
      await ready(page, 'liqiang');
      expect(await page.locator('.line-own').count()).toBe(1);
      expect(world.history(GROUP, undefined, 10).map((m) => m.text)).toHaveLength(2);
    });
  });

  it('survives a restart: the window reconnects and everything is there', async () => {
    const { world, reopen } = freshWorld();
    const first = await serve(world);
    await withPage(`${first.url}?as=zhangsan`, async (page) => {
      await ready(page, 'zhangsan');
      await say(page, '/积分');
      await line(page, '已登记').waitFor();
      world.clock.moveTo('2026-12-01T09:00:00');
      await first.close();
      await page.locator('#notice', { hasText: '连接断开' }).waitFor();

      const again = reopen();
      await again.say('wangfang', GROUP, '重启时说的话', []);
      await serve(again, Number(new URL(first.url).port));
      await line(page, '重启时说的话').waitFor();
      await page.locator('#notice').waitFor({ state: 'hidden' });
      const before = await texts(page);
      await page.reload();
      await ready(page, 'zhangsan');
      expect(await texts(page)).toEqual(before);
      expect(before).toHaveLength(3);
      expect(await page.locator('.top time').textContent()).toBe('2026年12月1日（周二）09:00');
    });
  });

  it('reads long conversations from the end, and older lines on request', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    for (let n = 1; n <= 70; n += 1) await world.say('wuxia', GROUP, `第${n}句`, []);
    await withPage(`${url}?as=zhangsan`, async (page) => {
      await ready(page, 'zhangsan');
      expect((await texts(page))[0]).toBe('第21句');
      await page.locator('#older').click();
      await line(page, '第1句').first().waitFor();
      expect(await texts(page)).toHaveLength(70);
      expect(await page.locator('#older').isVisible()).toBe(false);
    });
  });

  describe('on a phone', () => {
    const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const overflow = (page: Page): Promise<number> =>
      page.locator('body').evaluate((body) => (body as unknown as { scrollWidth: number }).scrollWidth);

    it('goes from the list into a chat and back, without scrolling sideways', async () => {
      const { world } = freshWorld();
      const { url } = await serve(world);
      await world.say('aynur', GROUP, `${'没有空格的长串'.repeat(30)}${'A'.repeat(300)}`, []);
      await (
        await world.say('zhaomin', GROUP, '/名册', [])
      ).handled;
      await withPage(
        url,
        async (page) => {
          await ready(page, 'liqiang');
          expect(await page.locator('#composer').isVisible()).toBe(false);
          expect(await overflow(page)).toBe(390);
          await page.locator('.chat-link[data-chat=group]').tap();
          await line(page, '党员40').waitFor();
          expect(await overflow(page)).toBe(390);

          await page.locator('#speaker').tap();
          await page.locator('#people-sheet .person', { hasText: '何平' }).tap();
          await ready(page, 'heping');
          await page.locator('#people-sheet').waitFor({ state: 'hidden' });
          await say(page, '/积分');
          expect(await overflow(page)).toBe(390);
          await page.goBack();
          await page.locator('.people').waitFor();
          expect(await page.locator('#composer').isVisible()).toBe(false);
        },
        PHONE,
      );
    });

    it('offers targets that a thumb can hit', async () => {
      const { url } = await serve(freshWorld().world);
      await withPage(
        `${url}#group`,
        async (page) => {
          await ready(page, 'liqiang');
          for (const target of ['.back', '.top .clock-button', '#speaker', '#say', '#send', '.chip']) {
            const box = await page.locator(target).first().boundingBox();
            expect(box?.height, target).toBeGreaterThanOrEqual(38);
          }
        },
        PHONE,
      );
    });
  });
});
