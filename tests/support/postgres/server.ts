import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, statfsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../../src/store/migrate.js';
import { openPostgres } from '../../../src/store/postgres/connection.js';
import { root } from '../root.js';

/** A PostgreSQL of this process's own, on a socket in a folder of its own. */
export interface Server {
  /** @param options of the session, as `synchronous_commit=off` */
  url(database: string, options?: string): string;
  /** A new database, without tables. */
  create(): string;
  drop(database: string): void;
  /** One with tables and no rows, made by whoever borrows one first; the next borrower gets it empty again. */
  lend(): string;
  giveBack(database: string): void;
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
  const folder = mkdtempSync(join(roomy(), 'zhibu-postgres-'));
  const data = join(folder, 'data');
  // The server refuses to be root.
  const isRoot = userInfo().uid === 0;
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));
  chmodSync(folder, 0o755);
  const run = (program: string, words: readonly string[]) => {
    const command = [join(bin, program), ...words];
    const [first = '', ...rest] = isRoot
      ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command]
      : command;
    execFileSync(first, rest, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
  };
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c max_connections=50 -c shared_buffers=16MB -c max_wal_size=128MB`;
  const control: Server['control'] = (...words) =>
    run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, ...words]);
  control('start');
  goesWithUs(bin, data, folder, isRoot);
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
  const idle: string[] = [];
  const create = (): string => {
    const name = `zhibu${(count += 1)}`;
    ask(`CREATE DATABASE ${name} TEMPLATE template0`);
    return name;
  };
  return {
    ...{ url, ask, control, folder },
    create,
    drop: (database) => ask(`DROP DATABASE ${database} WITH (FORCE)`),
    lend() {
      const free = idle.pop();
      if (free !== undefined) return free;
      const made = create();
      const db = openPostgres(url(made));
      migrate(db, '', join(root, 'prisma'), '');
      db.close();
      return made;
    },
    giveBack(database) {
      ask(emptied, database);
      idle.push(database);
    },
  };
}

/** However this process ends, the server and its folder go with it: the shell reads until its input is closed. */
function goesWithUs(bin: string, data: string, folder: string, isRoot: boolean): void {
  const as = isRoot ? 'setpriv --reuid=postgres --regid=postgres --clear-groups' : '';
  const script = `cat >/dev/null; cd /; ${as} "$0" -D "$1" -m immediate stop; rm -rf "$2"`;
  const keeper = spawn('sh', ['-c', script, join(bin, 'pg_ctl'), data, folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keeper.unref();
  (keeper.stdin as Socket).unref();
}

/** Making a database takes longer than a play. Whoever still holds a connection loses it. */
const emptied = `DO $$
  DECLARE name text;
  BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
      EXECUTE format('DELETE FROM %I', name);
    END LOOP;
  END $$`;

/** Memory, where there is enough of it: many databases are made here, and each waits for the disk. */
function roomy(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 1_000_000_000 ? memory : tmpdir();
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
}
