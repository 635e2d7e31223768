import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages } from '../../src/desk/pages.js';
import { style } from '../../src/desk/style/page.js';
import { closeBrowser, hasChromium, withPage } from '../support/web/browser.js';
import { openBusyDesk, type DeskScene } from '../support/web/desk.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const run = `axe.run({ runOnly: ${JSON.stringify(levels)} })`;

const unfold = "document.querySelectorAll('details').forEach((one) => one.setAttribute('open', ''))";

async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(run);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
}

let scene: DeskScene;
beforeAll(async () => {
  scene = await openBusyDesk(true);
  await scene.stage.say('赵敏', '/活动 主题党日 11月23日15:00 社区');
  await scene.stage.advance('2026-11-23T17:00:00');
  await scene.stage.say('赵敏', '/点名 主题党日 全到');
  await scene.stage.say('赵敏', '/结束 主题党日 是');
  await scene.stage.say('赵敏', '/活动 支部大会 11月25日15:00 三楼会议室');
});
afterAll(async () => {
  await closeBrowser();
  await scene.close();
});

describe.skipIf(!hasChromium())('every page', () => {
  it.each([
    [390, false],
    [1280, true],
  ] as const)('at %i px shows months without anything: %s', async (width, all) => {
    const value = scene.sit('李强').slice(5);
    await withPage(
      `${scene.url}/desk`,
      async (page) => {
        await page.context().addCookies([{ name: 'desk', value, url: `${scene.url}/desk` }]);
        await page.goto(`${scene.url}/desk/activities`);
        const seen = await page.locator('.months > li:visible h3').allInnerTexts();
        expect(seen).toContain('11月');
        expect(seen.length === 12).toBe(all);
      },
      { viewport: { width, height: 844 } },
    );
  });

  it('a table on a phone keeps its words whole and shows that it goes on', async () => {
    const value = scene.sit('李强').slice(5);
    await withPage(
      `${scene.url}/desk`,
      async (page) => {
        await page.context().addCookies([{ name: 'desk', value, url: `${scene.url}/desk` }]);
        await page.goto(`${scene.url}/desk/roster`);
        const narrowest =
          "Math.min(...[...document.querySelectorAll('.table td')].map((cell) => cell.offsetWidth))";
        expect(Number(await page.evaluate(narrowest))).toBeGreaterThanOrEqual(96);
        const layers = "getComputedStyle(document.querySelector('.table')).backgroundAttachment";
        expect(await page.evaluate(layers)).toBe('local, local, scroll, scroll, scroll');
      },
      { viewport: { width: 390, height: 844 } },
    );
  });

  it.each([
    [360, 'light'],
    [1280, 'dark'],
    [1920, 'light'],
  ] as const)('fits %i px, %s, and has no fault of WCAG 2.2 AA', async (width, colorScheme) => {
    const value = scene.sit('李强').slice(5);
    await withPage(
      `${scene.url}/desk`,
      async (page) => {
        await page.context().addCookies([{ name: 'desk', value, url: `${scene.url}/desk` }]);
        for (const { path } of [...pages, style]) {
          await page.goto(`${scene.url}/desk${path}${path === '/activity' ? '?id=1' : ''}`);
          await page.evaluate(unfold);
          const shot = process.env['DESK_PICTURES'];
          if (shot !== undefined)
            await page.screenshot({
              path: `${shot}/${path.slice(1) || 'today'}-${width}.png`,
              fullPage: true,
            });
          expect([
            path,
            Number(await page.evaluate('document.documentElement.scrollWidth')) <= width,
          ]).toEqual([path, true]);
          // A larger screen shows nothing else.
          if (width > 1280) continue;
          expect([path, await faultsOf(page)]).toEqual([path, []]);
        }
      },
      { viewport: { width, height: 800 }, colorScheme },
    );
  });

  it.each(['张三', '赵敏', '何平'])('of the navigation of %s has none on a phone either', async (name) => {
    const value = scene.sit(name).slice(5);
    await withPage(
      `${scene.url}/desk`,
      async (page) => {
        await page.context().addCookies([{ name: 'desk', value, url: `${scene.url}/desk` }]);
        await page.goto(`${scene.url}/desk`);
        const addresses = "[...document.querySelectorAll('.bar nav a')].map((one) => one.href)";
        const links = await page.evaluate<string[]>(addresses);
        expect(links.length).toBeGreaterThan(5);
        for (const link of links) {
          await page.goto(link);
          await page.evaluate(unfold);
          const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
          expect([link, width <= 390, await faultsOf(page)]).toEqual([link, true, []]);
        }
      },
      { viewport: { width: 390, height: 844 } },
    );
  });
});
