/**
 * `npm run build && npx tsx tests/support/web/readme-pictures.ts`: takes docs/images again from the real bot, in a process
 * of its own on a fresh folder, over its page.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { closeBrowser, withPage } from './browser.js';
import { become, line, ready, say } from './local-page.js';

const PICTURES = resolve('docs/images');

/** Who says what in the group, and a part of the answer to wait for. */
const TALK: readonly (readonly [name: string, account: string, text: string, answer: string])[] = [
  ['赵敏', 'zhaomin', '/加分 张三 8 周末到社区帮老人买药 证明 王芳、孙伟', '已登记 #1'],
  ['王芳', 'wangfang', '/证明 1', '还差一人'],
  ['孙伟', 'sunwei', '/证明 1', '已转书记认定'],
  ['李强', 'liqiang', '/确认 1', '现103分'],
];
/** What waits on the desk. */
const MORE: typeof TALK = [
  ['赵敏', 'zhaomin', '/加分 王芳 9 调解楼上漏水的纠纷 证明 张三、周涛', '已登记 #2'],
  ['张三', 'zhangsan', '/证明 2', '还差一人'],
  ['周涛', 'zhoutao', '/证明 2', '已转书记认定'],
];

const folder = mkdtempSync(join(tmpdir(), 'zhibu-pictures-'));
mkdirSync(PICTURES, { recursive: true });
const { bot, url } = await startBot();
try {
  await withPage(`${url}?as=zhaomin`, async (page) => {
    await ready(page, 'zhaomin');
    const talk = async (lines: typeof TALK) => {
      for (const [name, account, text, answer] of lines) {
        await become(page, name, account);
        await say(page, text);
        await line(page, answer).first().waitFor();
      }
    };
    await talk(TALK);
    await become(page, '赵敏', 'zhaomin');
    await page.screenshot({ path: join(PICTURES, 'page.png'), animations: 'disabled' });
    await talk(MORE);
  });
  await withPage(
    `${url}?as=zhangsan#private`,
    async (page) => {
      await ready(page, 'zhangsan');
      await say(page, '/明细');
      await line(page, '103分').first().waitFor();
      await page.screenshot({ path: join(PICTURES, 'page-phone.png'), animations: 'disabled' });
    },
    { viewport: { width: 390, height: 844 } },
  );
  await withPage(`${url}desk`, async (page) => {
    await page.getByRole('button', { name: /^李强/u }).click();
    for (const [path, name] of [
      ['', 'desk'],
      ['/scores', 'desk-scores'],
    ] as const) {
      await page.goto(`${url}desk${path}`);
      await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
    }
  });
} finally {
  await closeBrowser();
  bot.kill('SIGTERM');
  await new Promise((done) => bot.once('exit', done));
  rmSync(folder, { recursive: true, force: true });
}

/** The compiled bot on a free port; resolves once it prints its page's address. */
async function startBot(): Promise<{ readonly bot: ChildProcess; readonly url: string }> {
  const bot = spawn(process.execPath, [resolve('dist/src/main.js')], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: 'file:./zhibu.db', PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((found, failed) => {
    let heard = '';
    bot.stdout.on('data', (chunk) => {
      heard += String(chunk);
      const address = /http:\/\/\S+?\//u.exec(heard)?.[0];
      if (address !== undefined) found(address);
    });
    bot.once('exit', () => failed(new Error(`the bot did not start: ${heard}`)));
  });
  return { bot, url };
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => found(port));
    });
  });
}
