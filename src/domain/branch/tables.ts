/**
 * Each table of a branch, declared once, by subject: its key, and how the database keeps its rows. The store derives columns,
 * statements and codec from it, `Facts` the keys; tests/store/tables.test.ts holds prisma/schema.prisma and the
 * migrated file against it.
 */
import type { Rows, TableName } from './rows.js';
import type { AnyDeclared, ColumnKind, Field } from './tables/declared.js';
import { lifeTables } from './tables/life.js';
import { mattersTables } from './tables/matters.js';
import { rosterTables } from './tables/roster.js';
import { yearTables } from './tables/year.js';

const declared = { ...rosterTables, ...lifeTables, ...mattersTables, ...yearTables };

/** Fields of a table that seals nothing and that have no column: they would be lost. */
type Lost = {
  [T in TableName]: (typeof declared)[T] extends { readonly sealed: true }
    ? never
    : Exclude<Field<Rows[T]>, Listed<(typeof declared)[T]>>;
}[TableName];
type Listed<D> = D extends { readonly [K in ColumnKind]?: readonly (infer F)[] } ? F : never;

export const tables: [Lost] extends [never] ? { readonly [T in TableName]: AnyDeclared } : Lost = declared;

export const tableNames = Object.keys(declared) as readonly TableName[];

/** Tables whose rows are numbered 1, 2, 3 … in the branch. */
export type NumberedTable = {
  [T in TableName]: (typeof declared)[T]['key'] extends readonly ['id' | 'number' | 'no' | 'seq'] ? T : never;
}[TableName];
