/**
 * `npx tsx tests/support/web/large-desk.ts [FOLDER]`: the desk of a branch of 300 members after eight years, with 500
 * matters that wait. Prints size and time of the first view of every page; with a folder also takes its picture at three
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

const scene = await openLargeDesk();
try {
  await measure(scene);
  const [folder] = process.argv.slice(2);
  if (folder !== undefined && hasChromium()) await takePictures(scene, folder);
} finally {
  await closeBrowser();
  await scene.close();
}
