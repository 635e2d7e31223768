import type { Page } from 'playwright-core';
import type { LocalWorld } from '../../../src/channels/local/world.js';
import { startPage } from '../../../src/web/page.js';
import { echoBot, GROUP, ignore, removeWorlds } from './local.js';

const QUIET = { info: () => undefined, error: () => undefined };

const closers: (() => Promise<void>)[] = [];

/** Closes every page served here, and removes their files; for `afterEach`. */
export async function closePages(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
  removeWorlds();
}

/** The page on a world, with the stand-in bot; moving the clock makes it push a notice into the group. */
export async function serve(world: LocalWorld, port = 0): Promise<{ url: string; close(): Promise<void> }> {
  await world.channel.start(echoBot(world), ignore);
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

/** Resolves when the window speaks as this person and shows the conversation. */
export const ready = (page: Page, account: string): Promise<void> =>
  page.locator(`body[data-ready="${account}"]`).waitFor();
/** The server's lines with this text. */
export const line = (page: Page, text: string): ReturnType<Page['locator']> =>
  page.locator('#line-list .line[data-id]', { hasText: text });
export const texts = (page: Page): Promise<string[]> => page.locator('#line-list .bubble').allTextContents();

/** Says a line and waits until it is shown. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator('#say').fill(text);
  await page.locator('#send').click();
  await line(page, text).first().waitFor();
}

export async function become(page: Page, name: string, account: string): Promise<void> {
  await page.locator('#people .person', { hasText: name }).click();
  await ready(page, account);
}
