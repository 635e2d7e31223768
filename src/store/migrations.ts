/** The migrations and triggers of `prisma/`, and which of them a database has gone through. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { columnsNamed, prepareRead } from './careful.js';
import { textOf, type Connection } from './connection.js';

/** The database's tables do not match this program. */
export class SchemaError extends Error {
  constructor(
    readonly reason: 'newer' | 'edited',
    readonly migration: string,
  ) {
    super(`${reason}: ${migration}`);
  }
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** @param folder of `schema.prisma` */
export function readMigrations(prismaFolder: string): readonly Migration[] {
  const folder = join(prismaFolder, 'migrations');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** @throws SchemaError */
export function pending(db: Connection, migrations: readonly Migration[]): readonly Migration[] {
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

export function readTriggers(prismaFolder: string): readonly string[] {
  return statements(readFileSync(join(prismaFolder, 'triggers.sql'), 'utf8'));
}

function statements(triggers: string): readonly string[] {
  return triggers
    .split('\nEND;')
    .map((part) => part.slice(Math.max(0, part.indexOf('CREATE TRIGGER'))))
    .filter((part) => part.startsWith('CREATE TRIGGER'))
    .map((part) => `${part}\nEND`);
}
