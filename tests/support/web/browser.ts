import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const EXECUTABLE = process.env['ZHIBU_CHROMIUM'] ?? process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/**
 * Whether browser tests can run. Without Chromium they are skipped with a note; a pipeline (CI=true) fails instead,
 * because its green run must mean that they ran.
 */
export function hasChromium(): boolean {
  if (existsSync(EXECUTABLE)) return true;
  const sentence = `LEFT OUT: the browser tests in tests/web, because there is no Chromium at ${EXECUTABLE} (set CHROMIUM_PATH)`;
  if (process.env['CI'] === 'true') throw new Error(sentence);
  console.warn(`\n${'!'.repeat(20)}\n${sentence}\n${'!'.repeat(20)}\n`);
  return false;
}

let browser: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet],
  });
}

/** Closes the one browser that all windows of a test file share. */
export async function closeBrowser(): Promise<void> {
  const open = await browser;
  browser = undefined;
  await open?.close();
}

/**
 * Opens a window with its own storage, and closes it afterwards. A script error or a violation of the content security
 * policy fails the test.
 */
export async function withPage<T>(
  url: string,
  run: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  browser ??= launch();
  const context = await (
    await browser
  ).newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 }, ...options });
  const faults: string[] = [];
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      if (/Content Security Policy|Trusted/.test(line.text())) faults.push(line.text());
    });
    await page.goto(url);
    const result = await run(page);
    if (faults.length > 0) throw new Error(`the page had faults: ${faults.join('\n')}`);
    return result;
  } finally {
    await context.close();
  }
}
