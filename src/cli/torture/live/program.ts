/** The real program in a process of its own, on a folder and a port of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectFolder } from '../../../project-folder.js';

export interface Program {
  readonly url: string;
  /** It cannot write as it likes: its disk will be full. */
  readonly isLimited: boolean;
  readonly isGone: () => boolean;
  /** SIGKILL, and waits until the process is gone. */
  readonly kill: () => Promise<void>;
}

const files = ['zhibu.db', 'zhibu.db-wal', 'local-chat.db', 'local-chat.db-wal'];

/**
 * @param room bytes that files may still grow; then each write past them fails, in the middle, as on a full disk
 *   (RLIMIT_FSIZE, which needs no rights). Null: as they like.
 * @returns undefined when it ended before it answered
 */
export async function startProgram(folder: string, room: number | null): Promise<Program | undefined> {
  const port = await freePort();
  const largest = Math.max(
    0,
    ...files.map((name) => join(folder, name)).map((file) => (existsSync(file) ? statSync(file).size : 0)),
  );
  const limit = room === null ? 'unlimited' : String(Math.ceil((largest + room) / 512));
  const main = join(projectFolder(), 'dist/src/main.js');
  const child = spawn('sh', ['-c', 'ulimit -f "$1"; shift; exec "$@"', 'sh', limit, process.execPath, main], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...{ PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'silent' },
      ...{
        DATABASE_URL: `file:${join(folder, 'zhibu.db')}`,
        RULEBOOK: join(projectFolder(), 'rulebooks/2018.yaml'),
      },
    },
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const program: Program = {
    ...{ url, isLimited: room !== null },
    isGone: () => isGone(child),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
  while (!isGone(child)) {
    const answered = await fetch(`${url}/api/clock`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return program;
    await sleep(40);
  }
  return undefined;
}

const isGone = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

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
