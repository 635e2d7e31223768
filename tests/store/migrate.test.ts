import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { openConnection, type Connection } from '../../src/store/connection.js';
import { migrate } from '../../src/store/migrate.js';
import { newFile, now, open, person, prismaFolder, ruled, unit } from './scene.js';

const first = '20261123000000_first';

function folderBeside(file: string): string {
  const folder = join(dirname(file), 'prisma');
  cpSync(prismaFolder, folder, { recursive: true });
  return folder;
}

function addMigration(folder: string, name: string, sql: string): void {
  mkdirSync(join(folder, 'migrations', name), { recursive: true });
  writeFileSync(join(folder, 'migrations', name, 'migration.sql'), sql);
}

const tablesOf = (db: Connection) =>
  db
    .prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_prisma%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
    )
    .all()
    .map((row) => ({ name: String(row['name']), sql: String(row['sql']) }));
const triggersOf = (db: Connection) =>
  db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    .all()
    .map((row) => row['name']);
const rowsOf = (db: Connection, table: string) =>
  db
    // Ballots have no rowid: their order is that of their random ids.
    .prepare(`SELECT * FROM "${table}" ORDER BY ${table === 'ballot' ? 'id' : 'rowid'}`)
    .all()
    .map((row) => ({ ...row, _metadata: undefined }));

/** Redefines every table, the way `prisma migrate` writes it for SQLite. */
function redefineAll(db: Connection): string {
  const indexes = db.prepare("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").all();
  const tables = tablesOf(db).map(
    ({ name, sql }) =>
      `${sql.replace(`"${name}"`, `"new_${name}"`)};\nINSERT INTO "new_${name}" SELECT * FROM "${name}";
DROP TABLE "${name}";\nALTER TABLE "new_${name}" RENAME TO "${name}";`,
  );
  return [
    'PRAGMA defer_foreign_keys=ON;\nPRAGMA foreign_keys=OFF;',
    ...tables,
    ...indexes.map((row) => `${String(row['sql'])};`),
    'PRAGMA foreign_keys=ON;\nPRAGMA defer_foreign_keys=OFF;',
  ].join('\n');
}

it('a fresh file gets everything once', () => {
  const { file, remove } = newFile();
  const db = openConnection(file);
  expect(migrate(db, file, prismaFolder, now)).toContain(first);
  expect(migrate(db, file, prismaFolder, now)).toEqual([]);
  expect(triggersOf(db)).toContain('ledger_entry_no_update');
  expect(readdirSync(dirname(file)).filter((name) => name.includes('before'))).toEqual([]);
  db.close();
  remove();
});

it('refuses an edited migration and a newer database, and changes nothing', () => {
  const { file, remove } = newFile();
  const folder = folderBeside(file);
  const db = openConnection(file);
  migrate(db, file, folder, now);
  const path = join(folder, 'migrations', first, 'migration.sql');
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n-- edited`);
  expect(() => migrate(db, file, folder, now)).toThrow(/edited: /u);
  db.exec("UPDATE _prisma_migrations SET migration_name = '20991231000000_later'");
  expect(() => migrate(db, file, prismaFolder, now)).toThrow(/newer: /u);
  db.close();
  remove();
});

it('a migration that fails leaves nothing', () => {
  const { file, remove } = newFile();
  const folder = folderBeside(file);
  const db = openConnection(file);
  migrate(db, file, folder, now);
  const before = [tablesOf(db), triggersOf(db)];
  addMigration(
    folder,
    '20270101000000_bad',
    'CREATE TABLE extra (id INTEGER);\nINSERT INTO nowhere VALUES (1);',
  );
  expect(() => migrate(db, file, folder, now)).toThrow(/nowhere/u);
  expect([tablesOf(db), triggersOf(db)]).toEqual(before);
  db.close();
  remove();
});

it('a redefinition of every table keeps rows, order and triggers, and a copy is made before', async () => {
  const { file, remove } = newFile();
  const folder = folderBeside(file);
  const { store, db } = open(file);
  const branch = await store.createBranch('支部', now);
  await store.commit(unit(store, branch, [person(2), person(1), ...ruled(1, 1), ...ruled(2, 2)]));
  const before = new Map(tablesOf(db).map(({ name }) => [name, rowsOf(db, name)]));
  const triggers = triggersOf(db);
  addMigration(folder, '20270101000000_again', redefineAll(db));
  expect(migrate(db, file, folder, '2027-01-01T08:00:00')).toEqual(['20270101000000_again']);
  for (const [table, rows] of before) expect(rowsOf(db, table), table).toEqual(rows);
  expect(triggersOf(db)).toEqual(triggers);
  expect(() => db.exec('DELETE FROM ledger_entry')).toThrow(/append-only/u);
  store.close();
  const copy = openConnection(`${file}.before-2027-01-01T080000`);
  expect(rowsOf(copy, 'ledger_entry')).toEqual(before.get('ledger_entry'));
  copy.close();
  remove();
});
