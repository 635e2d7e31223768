import { randomUUID } from 'node:crypto';
import { textOf, type Connection } from '../connection.js';
import { pending, readMigrations, readTriggers, SchemaError } from '../migrations.js';
import { migrationForPostgres, triggerForPostgres, type Trigger } from './schema.js';

const history = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id text PRIMARY KEY, checksum text NOT NULL, finished_at timestamptz, migration_name text NOT NULL, logs text,
  rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count bigint NOT NULL DEFAULT 0)`;

/**
 * The migrations of SQLite, translated, in one transaction: here a change of the schema is rolled back like any other.
 * @throws SchemaError
 */
export function migrateServer(db: Connection, prismaFolder: string): readonly string[] {
  const migrations = readMigrations(prismaFolder);
  const triggers = readTriggers(prismaFolder).map(triggerForPostgres);
  const isThere = db.prepare("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found").get();
  if (isThere?.['found'] === 1 && pending(db, migrations).length === 0 && triggersAre(db, triggers))
    return [];
  // Two processes at the first start: the second finds everything done.
  db.exec('BEGIN EXCLUSIVE');
  try {
    db.exec(history);
    const applied = pending(db, migrations);
    for (const { name, sql, checksum } of applied) {
      for (const statement of migrationForPostgres(sql)) db.exec(statement);
      db.prepare(
        `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
         VALUES (?, ?, now(), ?, 1)`,
      ).run(randomUUID(), checksum, name);
    }
    if (!triggersAre(db, triggers)) makeTriggers(db, triggers);
    db.exec('COMMIT');
    return applied.map(({ name }) => name);
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** In force, of this name and content, and no other. */
function triggersAre(db: Connection, triggers: readonly Trigger[]): boolean {
  const present = new Map(presentTriggers(db).map(({ name, body }) => [name, body]));
  const wanted = triggers.flatMap(({ names, body }) => names.map((name) => ({ name, body })));
  return present.size === wanted.length && wanted.every(({ name, body }) => present.get(name) === body);
}

/** Migrations and triggers that the program expects and does not find as it made them. */
export function missingOnServer(db: Connection, prismaFolder: string): readonly string[] {
  const migrations = readMigrations(prismaFolder);
  const present = new Map(presentTriggers(db).map(({ name, body }) => [name, body]));
  const triggers = readTriggers(prismaFolder)
    .map(triggerForPostgres)
    .flatMap(({ names, body }) => names.filter((name) => present.get(name) !== body));
  return [...unknownOr(() => pending(db, migrations).map(({ name }) => name)), ...triggers];
}

function unknownOr(look: () => readonly string[]): readonly string[] {
  try {
    return look();
  } catch (error) {
    if (error instanceof SchemaError) return [error.migration];
    throw error;
  }
}

function presentTriggers(db: Connection) {
  return db
    .prepare(
      `SELECT t.tgname::text AS name, t.tgrelid::regclass::text AS "table", CASE t.tgenabled WHEN 'O' THEN p.prosrc ELSE '' END AS body
       FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_class c ON c.oid = t.tgrelid
       WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace`,
    )
    .all()
    .map((row) => ({ name: textOf(row, 'name'), table: textOf(row, 'table'), body: textOf(row, 'body') }));
}

export function dropServerTriggers(db: Connection): void {
  for (const { name, table } of presentTriggers(db)) db.exec(`DROP TRIGGER ${name} ON ${table}`);
}

function makeTriggers(db: Connection, triggers: readonly Trigger[]): void {
  dropServerTriggers(db);
  for (const { statements } of triggers) for (const statement of statements) db.exec(statement);
}
