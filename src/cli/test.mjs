/**
 * `npm test`: all tests, and beside them types, lint, layer rules and format. Everything runs even when a step fails, so
 * that one run names all that is wrong. The last line is the count of the tests, alone, for people and machines.
 *
 * `npm test -- --changed` runs only the tests and transcripts nearest to a change (`test/touched.mjs`); other words, as in
 * `npm test -- tests/words`, are handed to vitest.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from './test/checks.mjs';
import { findChromium } from './test/chromium.mjs';
import { touchedSince } from './test/touched.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const words = process.argv.slice(2);
const since = words.length === 1 ? /^--changed(?:=(.+))?$/u.exec(words[0]) : null;
const touched = since === null ? undefined : touchedSince(root, since[1] ?? 'HEAD');
const chosen = touched === undefined ? words : [...touched.tests, ...sharesOf(touched.transcripts)];
const isCi = process.env['CI'] === 'true';
const pageTests = 'tests/web';
const shownFiles = 10;
const roomNeeded = 4 * 2 ** 30;

async function main() {
  if (touched !== undefined) {
    const { tests, transcripts, left } = touched;
    say(
      `改动最近处：测试文件${tests.length}个，对话${transcripts.length}个；还有${left}个较远的，由 npm test 运行。`,
    );
    if (chosen.length === 0) return;
  }
  const chromium = findChromium(say);
  if (chromium === undefined) announceMissingChromium();
  const checking = chosen.length > 0 ? [] : runChecks(root);
  const tests = await runTests(chromium);
  const failed = [];
  for (const { name, isRight, output } of await checking) {
    say(`── ${name} ${isRight ? '通过' : '没有通过'}`);
    if (isRight) continue;
    process.stdout.write(output);
    failed.push(name);
  }
  if (tests.failed > 0 || tests.code !== 0) failed.push('测试');
  say(`── 最慢的${tests.slowest.length}个测试文件`);
  for (const { path, seconds } of tests.slowest) say(`${seconds.toFixed(1).padStart(7)} 秒  ${path}`);
  if (chromium === undefined) {
    announceMissingChromium();
    if (isCi) failed.push('网页测试');
  }
  say(failed.length === 0 ? '全部通过。' : `没有通过：${failed.join('、')}。`);
  process.exitCode = failed.length === 0 ? 0 : 1;
  const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
  say(`${tests.passed} passed, ${tests.failed} failed${skipped}`);
}

/**
 * The counts of vitest's own report, which has none for a file that does not load or an error outside tests: each is
 * one failure here.
 */
async function runTests(chromium) {
  const folder = mkdtempSync(join(roomForFiles(), 'zhibu-test-'));
  const report = join(folder, 'report.json');
  const command = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=src/cli/test/progress.mjs',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  if (chromium === undefined) command.push('--exclude', `${pageTests}/**`);
  const browser = chromium === undefined ? {} : { ZHIBU_CHROMIUM: chromium };
  const played = touched === undefined ? {} : { ZHIBU_TRANSCRIPTS: touched.transcripts.join() };
  // Each of the hundreds of processes would read the machine's certificates, a third of its start; no test leaves the machine.
  const certificates = { NODE_EXTRA_CA_CERTS: undefined };
  const code = await show([...command, ...chosen], {
    ...{ ...certificates, ...browser, ...played, TMPDIR: folder },
  });
  const counts = existsSync(report)
    ? countsOf(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0, slowest: [] };
  rmSync(folder, { recursive: true, force: true });
  return { ...counts, code, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed };
}

/** The files that play the transcripts: as many as have one to play. */
function sharesOf(transcripts) {
  return transcripts.slice(0, 4).map((_, at) => `tests/played/share-${at + 1}.test.ts`);
}

/**
 * Thousands of databases are made, each commit waits for the disk, and no test cuts the power: in memory, where there is
 * room, nothing waits. A process that is killed leaves there what it would leave on a disk.
 */
function roomForFiles() {
  const memory = '/dev/shm';
  if (process.env['TMPDIR'] !== undefined || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= roomNeeded ? memory : tmpdir();
}

function countsOf(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const files = report.testResults.map(({ name, startTime, endTime }) => ({
    path: relative(root, name),
    seconds: (endTime - startTime) / 1000,
  }));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
    slowest: files.sort((one, other) => other.seconds - one.seconds).slice(0, shownFiles),
  };
}

function announceMissingChromium() {
  const line = '!'.repeat(72);
  say(`${line}\n没有找到 Chromium 浏览器：${pageTests} 里的网页测试没有运行。`);
  say('安装后再运行（Debian：apt-get install chromium fonts-noto-cjk），或设置 CHROMIUM_PATH。');
  say(`${isCi ? '持续集成中不允许缺少，本次判为不通过。' : '其余测试照常运行。'}\n${line}`);
}

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

function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

// The tests are interrupted as well; what they left is removed before this ends.
process.on('SIGINT', () => undefined);
await main();
