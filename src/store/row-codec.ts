import type { Change, Rows, TableName } from '../domain/branch/rows.js';
import { kinds } from '../domain/matters/kinds.js';
import type { MatterKind } from '../domain/rulings/rows.js';
import { keyOf } from '../domain/branch/facts.js';
import { tables } from '../domain/branch/tables.js';
import type { ColumnKind } from '../domain/branch/tables/declared.js';
import { bytesOf } from './connection.js';
import type { Seal } from './sealing/seal.js';
import { sealedPlace, specs } from './tables.js';

type Value = string | number | Buffer | null;

/** Columns that only some kinds of matter fill: null for all others. */
const someColumns = new Set(Object.values(kinds).flatMap(({ columns }) => columns));

/** The values for `writeSql`, private fields encrypted. */
export function encodeRow(change: Change, branch: string, seal: Seal): Value[] {
  const spec = specs[change.table];
  const row = change.row as unknown as Readonly<Record<string, unknown>>;
  const values: Value[] = [branch, ...plainCells(change)];
  if (spec.sealed) {
    const hidden = Object.fromEntries(Object.entries(row).filter(([field]) => !spec.fields.has(field)));
    const key = keyOf(change.table, change.row);
    values.push(seal.close(sealedPlace(spec.table, branch, key), Buffer.from(JSON.stringify(hidden))));
  }
  return values;
}

/** The columns that are not sealed, in the order of the table. */
export function plainCells({ table, row }: Change): Value[] {
  const fields = row as unknown as Readonly<Record<string, unknown>>;
  return specs[table].plain.map(({ field, kind }) => encodeValue(fields[field], kind));
}

function encodeValue(value: unknown, kind: ColumnKind): Value {
  if (value === undefined || value === null) return null;
  switch (kind) {
    case 'text':
      return value as string;
    case 'int':
      return value as number;
    case 'bool':
      return value === true ? 1 : 0;
    case 'json':
      return JSON.stringify(value);
  }
}

/** The inverse of `encodeRow`. */
export function decodeRow<T extends TableName>(
  table: T,
  stored: Readonly<Record<string, unknown>>,
  branch: string,
  seal: Seal,
): Rows[T] {
  const spec = specs[table];
  const row: Record<string, unknown> = {};
  for (const { field, name, kind } of spec.plain)
    if (table !== 'matter' || hasColumn(stored['kind'] as MatterKind, field))
      row[field] = decodeValue(stored[name], kind);
  if (!spec.sealed) return row as unknown as Rows[T];
  const key = keyOf(table, row as unknown as Rows[T]);
  const hidden = seal.open(sealedPlace(spec.table, branch, key), bytesOf(stored['sealed'])).toString('utf8');
  // In place: spread into a new object, each row would get a hidden class of its own, 1 KB each and slow to read.
  return Object.assign(row, tables[table].since, JSON.parse(hidden)) as Rows[T];
}

function hasColumn(kind: MatterKind, field: string): boolean {
  return !someColumns.has(field) || kinds[kind].columns.includes(field);
}

function decodeValue(value: unknown, kind: ColumnKind): unknown {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'text':
    case 'int':
      return value;
    case 'bool':
      return value === 1;
    case 'json':
      return JSON.parse(value as string) as unknown;
  }
}
