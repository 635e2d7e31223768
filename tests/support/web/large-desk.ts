/**
 * `npx tsx tests/support/web/large-desk.ts [FOLDER]`: the desk of a branch of 300 members after eight years, with 500
 * matters that wait. Prints size and time of the first view of every page, and how
 * long forty rulings by mouse take; with a folder also takes its picture at three
 * widths.
 */
import { join } from 'node:path';
import { pages } from '../../../src/desk/pages.js';
import { closeBrowser, hasChromium, withPage } from './browser.js';
import { getFrom, type DeskScene } from './desk.js';
import { openLargeDesk } from './large-branch.js';

const addresses: Readonly<Record<string, string>> = {
  '/activity': '?id=95',
  '/person': '?id=21',
  '/score': '?person=21',
};

async function measure(scene: DeskScene): Promise<void> {
  for (const who of ['李强', '赵敏', '何平', '张三']) {
    const cookie = scene.sit(who);
    for (const { path } of pages) {
      const times = [];
      let size = 0;
      for (let count = 0; count < 5; count += 1) {
        const start = performance.now();
        size = (await (await getFrom(scene, `/desk${path}${addresses[path] ?? ''}`, cookie)).arrayBuffer())
          .byteLength;
        times.push(performance.now() - start);
      }
      const [, , median = 0] = times.sort((one, other) => one - other);
      console.log([who, path || '/', `${Math.round(size / 1000)} KB`, `${Math.round(median)} ms`].join('\t'));
    }
  }
}

async function takePictures(scene: DeskScene, folder: string): Promise<void> {
  for (const width of [360, 1280, 1920])
    for (const who of ['李强', '赵敏', '何平', '张三'])
      await withPage(
        `${scene.url}/desk`,
        async (page) => {
          await page
            .context()
            .addCookies([{ name: 'desk', value: scene.sit(who).slice(5), url: `${scene.url}/desk` }]);
          for (const { path } of pages) {
            await page.goto(`${scene.url}/desk${path}${addresses[path] ?? ''}`);
            const name = `${who}-${path.slice(1) || 'today'}-${width}.png`;
            await page.screenshot({
              path: join(folder, name),
              clip: { x: 0, y: 0, width, height: 1600 },
              fullPage: true,
            });
          }
        },
        { viewport: { width, height: 900 } },
      );
}

/** Forty matters by mouse: each is ticked, and all are confirmed. */
async function ruleForty(scene: DeskScene): Promise<void> {
  await withPage(`${scene.url}/desk`, async (page) => {
    const value = scene.sit('李强').slice(5);
    await page.context().addCookies([{ name: 'desk', value, url: `${scene.url}/desk` }]);
    await page.goto(`${scene.url}/desk`);
    const start = performance.now();
    let ruled = 0;
    while (ruled < 40) {
      const ready = page.locator('article', { has: page.getByRole('button', { name: '确认', exact: true }) });
      for (const box of (await ready.getByRole('checkbox').all()).slice(0, 40 - ruled)) {
        await box.click();
        ruled += 1;
      }
      await page.getByRole('button', { name: '确认勾选的各条' }).click();
      await page.getByRole('status').waitFor();
    }
    const [{ n } = { n: 0 }] = scene.stage.sql<{ n: number }>(
      "SELECT COUNT(*) AS n FROM matter WHERE state = 'open'",
    );
    console.log(`forty by mouse: ${Math.round(performance.now() - start) / 1000} s, ${n} still open`);
  });
}

const scene = await openLargeDesk();
try {
  await measure(scene);
  const [folder] = process.argv.slice(2);
  if (folder !== undefined && hasChromium()) await takePictures(scene, folder);
  if (hasChromium()) await ruleForty(scene);
} finally {
  await closeBrowser();
  await scene.close();
}
