import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '../../../src/store/postgres/connection.js';

/** A PostgreSQL of this process's own, on a socket in a folder of its own. */
export interface Server {
  /** @param options of the session, as `synchronous_commit=off` */
  url(database: string, options?: string): string;
  /** A fresh database, empty or like the template. */
  create(template?: string): string;
  drop(database: string): void;
  ask(sql: string, database?: string): void;
  /** `pg_ctl` with these words. */
  control(...words: readonly string[]): void;
  readonly folder: string;
}

const debian = '/usr/lib/postgresql';

function programs(): string | undefined {
  if (!existsSync(debian)) return undefined;
  const folders = readdirSync(debian)
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(debian, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/** Where it cannot be had the tests say so aloud; `.ci/run` installs it, so that there it is a failure. */
export function isPostgresHere(): boolean {
  const isHere = programs() !== undefined && (userInfo().uid !== 0 || hasPostgresUser());
  if (!isHere && process.env['CI'] !== undefined)
    throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  if (!isHere) process.stderr.write('没有安装 PostgreSQL，这些测试跳过：apt-get install postgresql\n');
  return isHere;
}

function hasPostgresUser(): boolean {
  return spawnSync('id', ['-u', 'postgres']).status === 0;
}

let running: Server | undefined;

/** Started by whoever asks first, for all files of this process; gone with it. */
export function postgres(): Server {
  return (running ??= start());
}

function start(): Server {
  const bin = programs() ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-postgres-'));
  const data = join(folder, 'data');
  // The server refuses to be root.
  const isRoot = userInfo().uid === 0;
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));
  chmodSync(folder, 0o755);
  const run = (program: string, words: readonly string[]) => {
    const command = [join(bin, program), ...words];
    const [first = '', ...rest] = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command] : command;
    execFileSync(first, rest, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
  };
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c max_connections=50 -c shared_buffers=16MB`;
  const control: Server['control'] = (...words) =>
    run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, ...words]);
  control('start');
  process.once('exit', () => {
    control('stop', '-m', 'immediate');
    rmSync(folder, { recursive: true, force: true });
  });
  const url: Server['url'] = (database, options) =>
    `postgresql:///${database}?user=postgres&host=${folder}${options === undefined ? '' : `&options=${encodeURIComponent(`-c ${options}`)}`}`;
  const ask: Server['ask'] = (sql, database = 'postgres') => {
    const db = openPostgres(url(database));
    try {
      db.exec(sql);
    } finally {
      db.close();
    }
  };
  let count = 0;
  return {
    ...{ url, ask, control, folder },
    create(template = 'template0') {
      const name = `zhibu${(count += 1)}`;
      ask(`CREATE DATABASE ${name} TEMPLATE ${template}`);
      return name;
    },
    drop: (database) => ask(`DROP DATABASE ${database} WITH (FORCE)`),
  };
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
}
