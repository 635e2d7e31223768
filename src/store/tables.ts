/** The tables of the database, derived from src/domain/branch/tables.ts. */
import { columnsNamed, prepareCarefully } from './careful.js';
import type { Connection } from './connection.js';
import type { TableName } from '../domain/branch/rows.js';
import { tableNames, tables } from '../domain/branch/tables.js';
import type { ColumnKind } from '../domain/branch/tables/declared.js';

interface Column {
  readonly field: string;
  readonly name: string;
  readonly kind: ColumnKind;
}

interface Spec {
  readonly table: string;
  /** The primary key's columns after the branch. */
  readonly key: readonly string[];
  /** Fields with a column of their own. */
  readonly plain: readonly Column[];
  readonly fields: ReadonlySet<string>;
  readonly sealed: boolean;
  readonly append: boolean;
}

export const specs = Object.fromEntries(tableNames.map((name) => [name, specOf(name)])) as {
  readonly [T in TableName]: Spec;
};

function specOf(name: TableName): Spec {
  const { table = snake(name), key, append = false, sealed = false, columns = {}, ...kinds } = tables[name];
  const nameOf = (field: string) => columns[field] ?? snake(field);
  const plain = (['int', 'text', 'bool', 'json'] as const).flatMap((kind) =>
    (kinds[kind] ?? []).map((field) => ({ field, name: nameOf(field), kind })),
  );
  const fields = new Set(plain.map(({ field }) => field));
  return { table, key: key.map(nameOf), plain, fields, sealed, append };
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The place of a sealed value; its tag vouches for it. */
export function sealedPlace(table: string, branch: string, key: string): string {
  return `${table}|${branch}|${key}|sealed`;
}

/** In the order of `writeSql`'s values. */
function columnsOf({ plain, sealed }: Spec): readonly string[] {
  return ['branch', ...plain.map(({ name }) => name), ...(sealed ? ['sealed'] : [])];
}

/** `INSERT …`, with `ON CONFLICT … DO UPDATE` for tables that are not append-only. */
export function writeSql(table: TableName): string {
  const spec = specs[table];
  const columns = columnsOf(spec);
  const insert = `INSERT INTO "${spec.table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  if (spec.append) return insert;
  const key = ['branch', ...spec.key];
  const rest = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  return `${insert} ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${rest.join(', ')}`;
}

/** All rows of a branch in the order of first writing. */
export function prepareTable(db: Connection, name: TableName) {
  const { table, plain, sealed } = specs[name];
  const columns = columnsNamed(plain.map((column) => column.name));
  const rest = `FROM "${table}" WHERE branch = ? ORDER BY rowid`;
  return prepareCarefully(db, columns, rest, sealed ? 'sealed' : undefined);
}
