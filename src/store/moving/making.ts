/** A database that is being filled: nobody sees it before it is whole. */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openConnection, textOf, type Connection } from '../connection.js';
import { dropTriggers, migrate } from '../migrate.js';
import { openPostgres } from '../postgres/connection.js';
import { dropServerTriggers } from '../postgres/migrate.js';
import { tableNames } from './rows.js';

interface Making {
  /** With tables and without triggers: those ask for an order in which rows come. */
  readonly db: Connection;
  /** Begins anew. */
  empty(): void;
  /** Puts it in its place, with triggers. False: somebody has begun to write there meanwhile. */
  finish(): boolean;
  close(): void;
}

/** Whether something is there that must not be written over. */
export function isTaken(file: string, url: string | undefined): boolean {
  // A log that was left alone would be read into the new file.
  if (url === undefined) return existsSync(file) || existsSync(`${file}-wal`);
  const db = openPostgres(url);
  try {
    return holdsRows(db);
  } finally {
    db.close();
  }
}

function holdsRows(db: Connection): boolean {
  return tableNames(db).some(
    (table) => db.prepare(`SELECT 1 AS found FROM "${table}" LIMIT 1`).get() !== undefined,
  );
}

/** A file of its own name, renamed at the end. */
export function makeFile(file: string, prismaFolder: string, stamp: string): Making {
  const part = `${file}.moving`;
  const remove = (): void => {
    for (const name of readdirSync(dirname(part)))
      if (name.startsWith(basename(part))) rmSync(join(dirname(part), name));
  };
  const open = (): Connection => {
    const made = openConnection(part);
    migrate(made, part, prismaFolder, stamp);
    dropTriggers(made);
    return made;
  };
  let db = open();
  return {
    get db() {
      return db;
    },
    empty() {
      db.close();
      remove();
      db = open();
    },
    finish() {
      if (isTaken(file, undefined)) return false;
      migrate(db, part, prismaFolder, stamp);
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
      renameSync(part, file);
      remove();
      return true;
    },
    close: () => void db.close(),
  };
}

/** Tables there are moved at the end, in one transaction, to where the bot looks for them. */
const room = 'zhibu_moving';

export function makeOnServer(url: string, prismaFolder: string): Making {
  const outside = openPostgres(url);
  const inside = openPostgres(withSearchPath(url));
  const begin = (): void => {
    outside.exec(`CREATE SCHEMA IF NOT EXISTS ${room}`);
    migrate(inside, '', prismaFolder, '');
    dropServerTriggers(inside);
  };
  begin();
  return {
    db: inside,
    empty() {
      outside.exec(`DROP SCHEMA ${room} CASCADE`);
      begin();
    },
    finish() {
      const tables = [...tableNames(inside), '_prisma_migrations'];
      const place = textOf(outside.prepare('SELECT current_schema()::text AS name').get() ?? {}, 'name');
      // From here on nobody else writes there.
      outside.exec('BEGIN EXCLUSIVE');
      try {
        if (holdsRows(outside)) {
          outside.exec('ROLLBACK');
          return false;
        }
        for (const table of tables) {
          // A bot that was started there too early left empty ones.
          outside.exec(`DROP TABLE IF EXISTS "${place}"."${table}"`);
          outside.exec(`ALTER TABLE ${room}."${table}" SET SCHEMA "${place}"`);
        }
        outside.exec(`DROP SCHEMA ${room} CASCADE`);
        outside.exec('COMMIT');
      } catch (error) {
        if (outside.inTransaction) outside.exec('ROLLBACK');
        throw error;
      }
      migrate(outside, '', prismaFolder, '');
      return true;
    },
    close() {
      inside.close();
      outside.close();
    },
  };
}

function withSearchPath(url: string): string {
  const there = new URL(url);
  const options = there.searchParams.get('options');
  const path = `-c search_path=${room}`;
  there.searchParams.set('options', options === null ? path : `${options} ${path}`);
  return there.href;
}
