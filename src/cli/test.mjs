/**
 * `npm test`: types, lint, layer rules, format, then all tests. Everything runs even when a step fails, so that one
 * run names all that is wrong. The last line is the count of the tests, alone, for people and machines.
 *
 * `npm test -- tests/words` hands the words to vitest and runs nothing else.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const chosen = process.argv.slice(2);
const isCi = process.env['CI'] === 'true';
const pageTests = 'tests/web';

const checks = [
  { name: '类型', words: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  { name: '网页脚本的类型', words: ['node_modules/typescript/bin/tsc', '-p', 'src/web/assets'] },
  { name: '代码规范', words: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  {
    name: '分层规则',
    words: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...layers(),
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { name: '格式', words: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
];

async function main() {
  const chromium = findChromium();
  if (chromium === undefined) announceMissingChromium();
  const failed = chosen.length > 0 ? [] : await runChecks();
  say('── 测试');
  const tests = await runTests(chromium);
  if (tests.failed > 0 || tests.code !== 0) failed.push('测试');
  if (chromium === undefined) {
    announceMissingChromium();
    if (isCi) failed.push('网页测试');
  }
  say(failed.length === 0 ? '全部通过。' : `没有通过:${failed.join('、')}。`);
  process.exitCode = failed.length === 0 ? 0 : 1;
  const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
  say(`${tests.passed} passed, ${tests.failed} failed${skipped}`);
}

/** Two at a time: each check keeps one core busy. Their output is printed in order, each below its name. */
async function runChecks() {
  const waiting = checks.map((check) => ({ ...check, done: deferred() }));
  const queue = [...waiting];
  const work = async () => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift())
      check.done.resolve(await hear(check.words));
  };
  const workers = [work(), work()];
  const failed = [];
  for (const { name, done } of waiting) {
    const { code, output } = await done.promise;
    say(`── ${name} ${code === 0 ? '通过' : '没有通过'}`);
    if (code === 0) continue;
    process.stdout.write(output);
    failed.push(name);
  }
  await Promise.all(workers);
  return failed;
}

/**
 * The counts of vitest's own report. A file that does not load, or an error outside of any test, has no count of its
 * own there and is one failure here.
 */
async function runTests(chromium) {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-test-'));
  const report = join(folder, 'report.json');
  const words = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  if (chromium === undefined) words.push('--exclude', `${pageTests}/**`);
  const code = await show([...words, ...chosen], chromium === undefined ? {} : { ZHIBU_CHROMIUM: chromium });
  const counts = existsSync(report)
    ? countsOf(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  rmSync(folder, { recursive: true, force: true });
  return { ...counts, code, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed };
}

function countsOf(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** CHROMIUM_PATH decides alone when it is set: a wrong path is said, not passed over. */
function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    say(`CHROMIUM_PATH 指向的程序不存在:${named}`);
    return undefined;
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return [
    '/usr/bin/chromium',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...elsewhere,
  ].find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function announceMissingChromium() {
  const line = '!'.repeat(72);
  say(`${line}\n没有找到 Chromium 浏览器:${pageTests} 里的网页测试没有运行。`);
  say('安装后再运行(Debian:apt-get install chromium fonts-noto-cjk),或设置 CHROMIUM_PATH。');
  say(`${isCi ? '持续集成中不允许缺少,本次判为不通过。' : '其余测试照常运行。'}\n${line}`);
}

function layers() {
  return ['src', 'commands'].filter((folder) => existsSync(join(root, folder)));
}

/** Runs a node program and keeps what it says. */
function hear(words) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output += String(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a node program that speaks for itself. */
function show(words, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function deferred() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

await main();
