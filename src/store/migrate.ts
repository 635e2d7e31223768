import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { textOf, type Connection } from './connection.js';
import { pending, readMigrations, readTriggers, type Migration } from './migrations.js';
import { migrateServer } from './postgres/migrate.js';

const history = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

/**
 * Applies `prisma/migrations` in order without Prisma's engine, but keeps its history, so that its command line agrees
 * later. Returns the names of the applied migrations.
 * Redefining a table drops its triggers and, with foreign keys on, would delete rows. So we copy the file first, switch
 * foreign keys off outside the transaction, skip the script's PRAGMAs, and make all triggers again from one file
 * (shared/PERFORMANCE.md).
 * @throws SchemaError
 */
export function migrate(db: Connection, file: string, folder: string, stamp: string): readonly string[] {
  if (db.isServer === true) return migrateServer(db, folder);
  const triggers = readTriggers(folder);
  const migrations = readMigrations(folder);
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

/** Inside a transaction, at whose end all triggers are there again. */
export function withoutTriggers(db: Connection, triggers: readonly string[], work: () => void): void {
  dropTriggers(db);
  work();
  for (const statement of triggers) db.exec(statement);
}

function triggersAre(db: Connection, triggers: readonly string[]): boolean {
  const rows = db.prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name").all();
  const present = rows.map((row) => textOf(row, 'sql')).sort();
  const wanted = [...triggers].sort();
  return present.length === wanted.length && present.every((sql, index) => sql === wanted[index]);
}

export function dropTriggers(db: Connection): void {
  for (const row of db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all())
    db.exec(`DROP TRIGGER "${textOf(row, 'name')}"`);
}
