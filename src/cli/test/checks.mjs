/** What `npm test` checks beside the tests: types, lint, layers, format. */
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
/** The linter reads the types anyway; a compiler beside it would read them a second time. */
const linted = ['--type-aware', '--type-check', '--deny-warnings'];
const checks = [
  { name: '类型和代码规范', words: ['node_modules/oxlint/bin/oxlint', ...linted] },
  { name: '网页脚本的类型', words: ['node_modules/typescript-7/bin/tsc', '-p', 'src/web/assets'] },
  { name: '分层规则', words: [cruiser, 'src', 'commands', '--config', '.dependency-cruiser.cjs'] },
  { name: '业务主题不成环', words: [cruiser, 'src/app', '--config', '.dependency-cruiser.subjects.cjs'] },
  { name: '格式', words: ['node_modules/oxfmt/bin/oxfmt', '--check'] },
];

/** With few cores the tests go first. */
const behindTheTests = 5;
const atOnce = 2;

/**
 * Starts them all, two at a time.
 * @param {string} root of the clone
 * @returns {Promise<{ name: string, isRight: boolean, output: string }[]>} in the order of the list
 */
export async function runChecks(root) {
  const found = [];
  const queue = checks.entries();
  const work = async () => {
    for (const [at, { name, words }] of queue) found[at] = { name, ...(await hear(root, words)) };
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found;
}

/** Runs a node program and keeps its output. */
function hear(root, words) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    if (child.pid !== undefined) setPriority(child.pid, behindTheTests);
    let output = '';
    const keep = (chunk) => {
      output += String(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => resolve({ isRight: code === 0, output }));
  });
}
