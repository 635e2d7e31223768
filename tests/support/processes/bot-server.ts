import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../dist/src/main.js', import.meta.url));

/** A folder with its own database, removed at the end; like office folders, its name is no URL. */
export function freshFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-start-50%20#1?-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Started {
  readonly url: string;
  readonly output: () => string;
  /** SIGKILL, like a power failure. */
  kill(): Promise<void>;
  stop(): Promise<number | null>;
  /** Its exit code, when it ends by itself. */
  ended(): Promise<number | null>;
}

/**
 * `npm start` without npm: the built bot as a process, with its data in `folder`. Rejects when it ends before it
 * listens.
 */
export async function startBot(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const child = run(folder, { PORT: String(await freePort()), ...settings });
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/\S+?\//u.exec(output);
      if (found !== null) resolve(found[0]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void gone.then((code) => reject(new Error(`the bot ended with ${String(code)}: ${output}`)));
  });
  return {
    url,
    output: () => output,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    stop() {
      child.kill('SIGTERM');
      return gone;
    },
    ended: () => gone,
  };
}

/** Starts and waits for the end: for settings that must be refused. */
export async function runToEnd(
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = run(folder, { PORT: String(await freePort()), ...settings });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

function run(folder: string, settings: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const env = {
    PATH,
    HOME,
    DATABASE_URL: `file:${join(folder, 'zhibu.db')}`,
    LOG_LEVEL: 'warn',
    ...settings,
  };
  return spawn(process.execPath, [program], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
