/** Child processes of the preparation. All their output goes to standard error, because `play` owns standard output. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const keptCharacters = 64_000;
const running = new Set();

/** Ends the children on Ctrl+C. */
export function stopChildren(signal) {
  for (const child of running) child.kill(signal);
}

/**
 * @returns {Promise<{ code: number, said: string }>} the exit code (1 when it did not start or was killed) and the end
 * of what it said
 */
export function run(command, words, { root, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    running.add(child);
    let said = '';
    const hear = (chunk) => {
      process.stderr.write(chunk);
      said = (said + String(chunk)).slice(-keptCharacters);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => {
      running.delete(child);
      resolve({ code: 1, said: `${said}\n${error.message}` });
    });
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, said });
    });
  });
}

/** The npm that called us, else the one beside node, else the one on PATH. */
export function npmCommand() {
  const caller = process.env['npm_execpath'];
  const home = dirname(process.execPath);
  const found = [
    ...(caller !== undefined && basename(caller) === 'npm-cli.js' ? [caller] : []),
    join(home, 'node_modules/npm/bin/npm-cli.js'),
    join(home, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((file) => existsSync(file));
  return found === undefined ? ['npm'] : [process.execPath, found];
}
