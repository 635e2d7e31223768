import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { columnsNamed, prepareRead } from './careful.js';
import { textOf, type Connection } from './connection.js';

const history = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

/** The database's tables do not match this program. */
export class SchemaError extends Error {
  constructor(
    readonly reason: 'newer' | 'edited',
    readonly migration: string,
  ) {
    super(`${reason}: ${migration}`);
  }
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/**
 * Applies `prisma/migrations` in order without Prisma's engine, but keeps its history, so that its command line agrees
 * later. Returns the names of the applied migrations.
 * Redefining a table drops its triggers and, with foreign keys on, would delete rows. So we copy the file first, switch
 * foreign keys off outside the transaction, skip the script's PRAGMAs, and make all triggers again from one file
 * (shared/PERFORMANCE.md).
 * @throws SchemaError
 */
export function migrate(db: Connection, file: string, folder: string, stamp: string): readonly string[] {
  const triggers = readTriggers(folder);
  const migrations = readMigrations(join(folder, 'migrations'));
  db.pragma('busy_timeout = 30000');
  try {
    db.exec(history);
    const missing = pending(db, migrations);
    if (missing.length === 0 && triggersAre(db, triggers)) return [];
    if (missing.length < migrations.length) copyFirst(db, file, stamp);
    db.pragma('foreign_keys = OFF');
    db.exec('BEGIN IMMEDIATE');
    try {
      // Another process may have finished between the look and the lock.
      const applied = pending(db, migrations);
      // Without them: a trigger that names a table prevents its renaming.
      withoutTriggers(db, triggers, () => {
        for (const migration of applied) apply(db, migration);
      });
      const broken = db.prepare('PRAGMA foreign_key_check').all();
      if (broken.length > 0) throw new Error(`foreign_key_check: ${broken.length} rows`);
      db.exec('COMMIT');
      return applied.map((migration) => migration.name);
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    } finally {
      db.pragma('foreign_keys = ON');
    }
  } finally {
    db.pragma('busy_timeout = 50');
  }
}

function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

function pending(db: Connection, migrations: readonly Migration[]): readonly Migration[] {
  const columns = columnsNamed(['migration_name', 'checksum']);
  const rows = prepareRead(db, columns, 'FROM _prisma_migrations WHERE rolled_back_at IS NULL')();
  const done = new Map(rows.map((row) => [textOf(row, 'migration_name'), textOf(row, 'checksum')]));
  const known = new Set(migrations.map((migration) => migration.name));
  for (const name of done.keys()) {
    if (!known.has(name)) throw new SchemaError('newer', name);
  }
  return migrations.filter((migration) => {
    const checksum = done.get(migration.name);
    if (checksum !== undefined && checksum !== migration.checksum)
      throw new SchemaError('edited', migration.name);
    return checksum === undefined;
  });
}

function apply(db: Connection, migration: Migration): void {
  const script = migration.sql
    .split('\n')
    .filter((line) => !line.trimStart().toUpperCase().startsWith('PRAGMA'))
    .join('\n');
  db.exec(script);
  db.prepare(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
     VALUES (?, ?, datetime('now'), ?, datetime('now'), 1)`,
  ).run(randomUUID(), migration.checksum, migration.name);
}

/** A copy of one moment: copying the file could mix two. */
function copyFirst(db: Connection, file: string, stamp: string): void {
  const copy = `${file}.before-${stamp.replaceAll(':', '')}`;
  // Another process that starts in the same second is making it.
  if (!existsSync(copy)) db.prepare('VACUUM INTO ?').run(copy);
}

export function readTriggers(folder: string): string {
  return readFileSync(join(folder, 'triggers.sql'), 'utf8');
}

/** Inside a transaction, at whose end all triggers are there again. */
export function withoutTriggers(db: Connection, triggers: string, work: () => void): void {
  dropTriggers(db);
  work();
  for (const statement of statements(triggers)) db.exec(statement);
}

function statements(triggers: string): readonly string[] {
  return triggers
    .split('\nEND;')
    .map((part) => part.slice(Math.max(0, part.indexOf('CREATE TRIGGER'))))
    .filter((part) => part.startsWith('CREATE TRIGGER'))
    .map((part) => `${part}\nEND`);
}

function triggersAre(db: Connection, triggers: string): boolean {
  const rows = db.prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name").all();
  const present = rows.map((row) => textOf(row, 'sql')).sort();
  const wanted = [...statements(triggers)].sort();
  return present.length === wanted.length && present.every((sql, index) => sql === wanted[index]);
}

function dropTriggers(db: Connection): void {
  for (const row of db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all())
    db.exec(`DROP TRIGGER "${textOf(row, 'name')}"`);
}
