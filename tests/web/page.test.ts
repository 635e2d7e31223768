import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { LocalWorld } from '../../src/channels/local/world.js';
import { startPage } from '../../src/web/page.js';
import { closeBrowser, hasChromium, withPage } from '../support/browser.js';
import { echoBot, freshWorld, GROUP, privateOf, removeWorlds } from '../support/local.js';

const QUIET = { info: () => undefined, error: () => undefined };
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP8z8DAwMDAxAADCBYAG10BBdmz9y8AAAAASUVORK5CYII=',
  'base64',
);

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  removeWorlds();
});
afterAll(closeBrowser);

/** The page on a world, with the stand-in bot; moving the clock makes the bot push a notice into the group. */
async function serve(world: LocalWorld, port = 0): Promise<{ url: string; close(): Promise<void> }> {
  await world.channel.start(echoBot(world));
  const page = await startPage({
    world,
    host: '127.0.0.1',
    port,
    moveClock: async (to) => {
      world.clock.moveTo(to);
      await world.channel.send({ key: `notice-${to}`, chat: GROUP, text: '季度积分公示', files: [] });
    },
    quarterOpening: () => '2027-01-04T09:00:00',
    suggestions: (account) =>
      Promise.resolve(account === 'liqiang' ? [{ line: '/待办', summary: '待认定事项' }] : []),
    log: QUIET,
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await page.close();
    await world.channel.stop();
    world.close();
  };
  closers.push(close);
  return { url: page.url, close };
}

const ready = (page: Page, account: string): Promise<void> =>
  page.locator(`body[data-ready="${account}"]`).waitFor();
const line = (page: Page, text: string): ReturnType<Page['locator']> =>
  page.locator('#line-list .line[data-id]', { hasText: text });
const texts = (page: Page): Promise<string[]> => page.locator('#line-list .bubble').allTextContents();

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#say').fill(text);
  await page.locator('#send').click();
  await line(page, text).first().waitFor();
}

async function become(page: Page, name: string, account: string): Promise<void> {
  await page.locator('#people .person', { hasText: name }).click();
  await ready(page, account);
}

describe.skipIf(!hasChromium())('the page of the local group', () => {
  it('lets two people speak in the group, each in a window', async () => {
    const { url } = await serve(freshWorld().world);
    await withPage(`${url}?as=zhaomin`, (recorder) =>
      withPage(`${url}?as=wangfang`, async (witness) => {
        await ready(recorder, 'zhaomin');
        await ready(witness, 'wangfang');
        await say(recorder, '/加分 张三 8 公益活动');
        await line(witness, '已登记 #1').waitFor();
        await say(witness, '/证明 1');
        await line(recorder, '已登记 #1:王芳').waitFor();
        expect(await recorder.locator('.line-own').count()).toBe(1);
        expect(await texts(recorder)).toEqual(await texts(witness));
      }),
    );
  });

  it('shows a private chat only to its person, and that somebody has news', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    await withPage(`${url}?as=zhangsan`, async (page) => {
      await ready(page, 'zhangsan');
      const dot = page.locator('#people .person', { hasText: '钱进' }).locator('.dot');
      expect(await dot.isVisible()).toBe(false);
      const heard: string[] = [];
      page.on('response', (response) => {
        if (response.url().includes('/api/') && !response.url().includes('events'))
          void response.text().then((text) => heard.push(text));
      });
      await world.channel.send({ key: 'p', chat: privateOf('qianjin'), text: '只给钱进', files: [] });
      await dot.waitFor();
      expect(await page.locator('body').textContent()).not.toContain('只给钱进');
      await page.locator('.chat-link[data-chat=private]').click();
      await page.locator('.empty').waitFor();
      expect(heard.join()).not.toContain('只给钱进');

      await become(page, '钱进', 'qianjin');
      await line(page, '只给钱进').waitFor();
      expect(await dot.isVisible()).toBe(false);
    });
  });

  it('sends pictures and files, and shows them to the others', async () => {
    const { url } = await serve(freshWorld().world);
    await withPage(`${url}?as=zhangsan`, async (page) => {
      await ready(page, 'zhangsan');
      await page
        .locator('#pick-pictures')
        .setInputFiles({ name: '献血证.png', mimeType: 'image/png', buffer: PNG });
      const note = { name: '通知.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
      await page.locator('#pick-files').setInputFiles([note, { ...note, name: '多余.pdf' }]);
      await page.getByLabel('去掉 多余.pdf').click();
      await say(page, '/申报 8 献血');
      await become(page, '李强', 'liqiang');
      const image = page.locator('#line-list .picture img');
      await image.scrollIntoViewIfNeeded();
      await expect
        .poll(() => image.evaluate((node) => (node as unknown as { naturalWidth: number }).naturalWidth))
        .toBe(2);
      expect(await image.getAttribute('alt')).toBe('献血证.png');
      expect(await page.locator('#line-list .file-name').allTextContents()).toEqual(['通知.pdf']);
      const download = page.waitForEvent('download');
      await page.locator('#line-list a.file').click();
      expect((await download).suggestedFilename()).toBe('通知.pdf');
    });
  });

  it('shows what people say as text, never as HTML', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script>&lt;b&gt;';
    await world.channel.send({
      key: 'x',
      chat: GROUP,
      text: `“/证明 ${attack.slice(0, 12)}”${attack}`,
      files: [],
    });
    await withPage(`${url}?as=zhangsan`, async (page) => {
      await ready(page, 'zhangsan');
      await say(page, `${attack}\n第二行`);
      expect(await texts(page)).toContain(`${attack}\n第二行`);
      expect(await page.locator('#line-list img[src="x"], #line-list script, #line-list b').count()).toBe(0);
      expect(await page.title()).toBe('机关第一党支部 · 支部机器人');
    });
  });

  it('is used by keyboard alone', async () => {
    const { url } = await serve(freshWorld().world);
    await withPage(`${url}?as=liqiang`, async (page) => {
      await ready(page, 'liqiang');
      await page.locator('#people input:checked').focus();
      await page.keyboard.press('ArrowDown');
      await ready(page, 'qianjin');
      const reached = (id: string): Promise<boolean> =>
        page.locator(`#${id}`).evaluate((node) => node.matches(':focus-visible'));
      for (let step = 0; step < 8 && !(await reached('say')); step += 1) await page.keyboard.press('Tab');
      await page.keyboard.type('第一行');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('第二行');
      await page.keyboard.press('Enter');
      await line(page, '第一行\n第二行').waitFor();
      expect(await reached('say')).toBe(true);
    });
  });

  it('does not send while an input method composes', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    await withPage(`${url}?as=liqiang`, async (page) => {
      await ready(page, 'liqiang');
      await page.locator('#say').fill('/jifen');
      for (const composing of [{ isComposing: true }, { keyCode: 229 }])
        await page.locator('#say').dispatchEvent('keydown', { key: 'Enter', bubbles: true, ...composing });
      expect(world.after(0, 10)).toEqual([]);
      await page.locator('#say').press('Enter');
      await line(page, '/jifen').first().waitFor();
    });
  });

  it('puts a tapped command into the composer without sending it', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    await world.channel.send({
      key: 'c',
      chat: privateOf('liqiang'),
      text: '回复“/确认 1”或“/驳回 1 理由”。例:/请假 支部大会',
      files: [],
    });
    await withPage(`${url}?as=liqiang#private`, async (page) => {
      await ready(page, 'liqiang');
      expect(await page.locator('.command').allTextContents()).toEqual([
        '/确认 1',
        '/驳回 1 理由',
        '/请假 支部大会',
      ]);
      expect(await texts(page)).toEqual(['回复“/确认 1”或“/驳回 1 理由”。例:/请假 支部大会']);
      await page.getByRole('button', { name: '/驳回 1 理由' }).click();
      await page.keyboard.type('材料不清');
      expect(await page.locator('#say').inputValue()).toBe('/驳回 1 材料不清');
      await page.locator('.chip', { hasText: '/待办' }).click();
      expect(await page.locator('#say').inputValue()).toBe('/待办');
      expect(world.after(0, 10)).toHaveLength(1);
    });
  });

  it('moves the clock, and what falls due appears by itself', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    await withPage(`${url}?as=liqiang`, async (page) => {
      await ready(page, 'liqiang');
      expect(await page.locator('.top time').textContent()).toBe('2026年11月23日(周一)09:00');
      await page.locator('.top .clock-button').click();
      await page.getByRole('button', { name: /下季度首个工作日/ }).click();
      await line(page, '季度积分公示').waitFor();
      await expect.poll(() => page.locator('.top time').textContent()).toBe('2027年1月4日(周一)09:00');
      expect(world.clock.now()).toBe('2027-01-04T09:00:00');
      await page.locator('#clock-to').fill('2026-12-01T09:00');
      await page.locator('#clock-form').evaluate((form) => {
        (form as unknown as { noValidate: boolean }).noValidate = true;
      });
      await page.locator('#clock-form .send').click();
      await page.locator('#clock-alert', { hasText: '只能向后推进' }).waitFor();
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
      // The second attempt reached the server, so the line arrives by the stream although its answer was lost.
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
      expect(await page.locator('.top time').textContent()).toBe('2026年12月1日(周二)09:00');
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
