import { spawnSync } from 'node:child_process';
import { env } from 'node:process';
import type { Heads } from '../../app/ports/store/backups.js';
import { textOf, type Connection } from '../connection.js';
import type { Seal } from '../sealing/seal.js';
import { BadCopy, headsOf, makePrivate, sync } from './copy.js';

/** Milliseconds that a dump may take. */
const dumpedWithin = 4 * 60_000;

/**
 * The server's database as one file of `pg_dump`, safe on the disk. Every chain is followed in the very snapshot that is
 * dumped, and the file is read back; `pg_restore` puts it into an empty database.
 * @throws BadCopy
 */
export function dumpSound(db: Connection, url: string, part: string, seal: Seal): Heads {
  makePrivate(part);
  db.exec('BEGIN');
  try {
    const snapshot = textOf(db.prepare('SELECT pg_export_snapshot() AS name').get() ?? {}, 'name');
    const heads = headsOf(db, seal);
    run('pg_dump', ['--format=custom', `--snapshot=${snapshot}`, `--file=${part}`], url);
    // Reads the whole file, and would find an end that is missing.
    run('pg_restore', ['--file=/dev/null', part]);
    sync(part);
    return heads;
  } finally {
    db.exec('COMMIT');
  }
}

/** The password goes by the environment: everybody on the machine may read the words of a command. */
function run(program: 'pg_dump' | 'pg_restore', words: readonly string[], url?: string): void {
  const place = url === undefined ? undefined : new URL(url);
  const password = decodeURIComponent(place?.password ?? '');
  if (place !== undefined) place.password = '';
  const where = place === undefined ? [] : [`--dbname=${place.href}`];
  const { error, status } = spawnSync(program, [...where, ...words], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: dumpedWithin,
    env: { ...env, ...(password === '' ? {} : { PGPASSWORD: password }) },
  });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') throw new BadCopy('BACKUP_TOOLS');
  if (error !== undefined) throw error;
  if (status !== 0) throw new BadCopy(program === 'pg_dump' ? 'BACKUP_DUMP' : 'BACKUP_DAMAGED');
}
