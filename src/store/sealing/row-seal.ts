/**
 * Every row of a branch is under seal (docs/adr/0017-row-seal.md): the branch row keeps, for all rows of its tables, the
 * sum of their keyed hashes modulo 2²⁵⁶, and signs the sums with its own content. Whoever changes, adds or removes a row
 * without the key leaves another sum.
 */
import { keyOf } from '../../domain/branch/facts.js';
import type { Change, TableName } from '../../domain/branch/rows.js';
import { tableNames, tables } from '../../domain/branch/tables.js';
import type { Seal } from './seal.js';
import { emptySketch, nameOf, sketched, sketchOf, sketchText, type Sketch } from './sketch.js';

const modulus = 1n << 256n;
const digits = 64;
/** Enough of a table's own sum to say in which table the rows differ. */
const shortDigits = 12;

export interface RowSums {
  /** All rows that decisions read. */
  readonly rows: bigint;
  /** Of each of their tables. */
  readonly tables: ReadonlyMap<TableName, bigint>;
  /** What was heard and who did it: inbox and audit. */
  readonly log: bigint;
  /** All of them once more, so that rows that differ can be named. */
  readonly sketch: Sketch;
}

export const noRows: RowSums = { rows: 0n, tables: new Map(), log: 0n, sketch: emptySketch };

/** What the seal of the branch row covers. */
export interface SealedBranch {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly version: number;
  readonly entryCount: number;
  readonly head: string;
}

/** As the branch row keeps the sums. */
export interface StoredSums {
  readonly rowSum: string;
  readonly tableSums: string;
  readonly logSum: string;
  /** Empty in a branch that has not woken since an earlier version wrote it. */
  readonly rowSketch: string;
  readonly rowSeal: string;
}

/** As the branch row's statements write them. */
export const sumColumns = ['row_sum', 'table_sums', 'log_sum', 'row_sketch', 'row_seal'] as const;
export const setSums = sumColumns.map((column) => `${column} = ?`).join(', ');

export function sumCells(stored: StoredSums): readonly string[] {
  const { rowSum, tableSums, logSum, rowSketch, rowSeal } = stored;
  return [rowSum, tableSums, logSum, rowSketch, rowSeal];
}

/** Adds rows, and takes out those whose place they take. */
export function summed(
  seal: Seal,
  branch: string,
  before: RowSums,
  changes: readonly { readonly now: Change; readonly old: Change['row'] | undefined }[],
): RowSums {
  const sums = new Map(before.tables);
  let rows = before.rows;
  const named = changes.map(({ now, old }) => {
    const gone = old === undefined ? 0n : rowHash(seal, branch, { table: now.table, row: old } as Change);
    const change = rowHash(seal, branch, now) - gone;
    rows = within(rows + change);
    sums.set(now.table, within((sums.get(now.table) ?? 0n) + change));
    return { name: nameOf(seal, now.table, keyOf(now.table, now.row)), change };
  });
  return { rows, tables: sums, log: before.log, sketch: sketched(before.sketch, named) };
}

/** As the sums of all rows have it. */
export function rowHash(seal: Seal, branch: string, { table, row }: Change): bigint {
  return hashOf(seal, branch, table, contentOf(table, row));
}

/** The sum alone, as a branch that wakes is checked by. */
export function rowSumOf(seal: Seal, branch: string, rows: readonly Change[]): string {
  return hex(within(rows.reduce((sum, row) => sum + rowHash(seal, branch, row), 0n)));
}

/** A row of inbox or audit. */
export interface LogRow {
  readonly table: 'inbox' | 'audit';
  readonly key: string;
  readonly cells: readonly unknown[];
}

/** Adds one of them. */
export function logged(seal: Seal, branch: string, before: RowSums, row: LogRow): RowSums {
  const change = logHash(seal, branch, row);
  const name = nameOf(seal, row.table, row.key);
  return {
    ...before,
    log: within(before.log + change),
    sketch: sketched(before.sketch, [{ name, change }]),
  };
}

export function logHash(seal: Seal, branch: string, { table, cells }: LogRow): bigint {
  return hashOf(seal, branch, table, JSON.stringify(cells));
}

/** The sums of a branch from its rows, read again. */
export function sumsOver(
  seal: Seal,
  branch: string,
  rows: readonly Change[],
  log: readonly LogRow[],
): RowSums {
  const fresh = rows.map((now) => ({ now, old: undefined }));
  return log.reduce((sums, row) => logged(seal, branch, sums, row), summed(seal, branch, noRows, fresh));
}

export function storedSums(seal: Seal, branch: SealedBranch, sums: RowSums): StoredSums {
  const kept = {
    rowSum: hex(sums.rows),
    tableSums: JSON.stringify(
      Object.fromEntries(tableNames.flatMap((table) => shortSum(table, sums.tables.get(table)))),
    ),
    logSum: hex(sums.log),
    rowSketch: sketchText(sums.sketch),
  };
  return { ...kept, rowSeal: sealOver(seal, branch, kept) };
}

/** What the next commit of a sound branch goes on from; undefined: an earlier version wrote it, without all of it. */
export function carriedSums(stored: StoredSums): RowSums | undefined {
  const sketch = sketchOf(stored.rowSketch);
  if (sketch === undefined) return undefined;
  const sums = Object.entries(parsed(stored.tableSums)) as [TableName, string][];
  return {
    rows: BigInt(`0x${stored.rowSum}`),
    tables: new Map(sums.map(([table, sum]) => [table, BigInt(`0x${sum}`)])),
    log: BigInt(`0x${stored.logSum}`),
    sketch,
  };
}

/** The branch row's signature over its own content and its sums. */
export function sealOver(
  seal: Seal,
  { id, name, createdAt, version, entryCount, head }: SealedBranch,
  { rowSum, tableSums, logSum, rowSketch }: Omit<StoredSums, 'rowSeal'>,
): string {
  const later = rowSketch === '' ? [] : [rowSketch];
  const content = [id, name, createdAt, version, entryCount, head, rowSum, tableSums, logSum, ...later];
  return seal.sign('rows', JSON.stringify(content));
}

/** Tables whose rows are not those that were summed; none may be named although the whole differs. */
export function differingTables(stored: StoredSums, found: StoredSums): readonly string[] {
  const [before, now] = [parsed(stored.tableSums), parsed(found.tableSums)];
  return tableNames.filter((table) => before[table] !== now[table]);
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    // The branch's seal shows it.
    return {};
  }
}

function shortSum(table: TableName, sum: bigint | undefined): readonly [string, string][] {
  return sum === undefined || sum === 0n ? [] : [[table, hex(sum).slice(-shortDigits)]];
}

/**
 * The row as any version of the program reads it: fields in one order, without those that say nothing or what a row
 * written before them says.
 */
function contentOf(table: TableName, row: Change['row']): string {
  const since = tables[table].since as Readonly<Record<string, unknown>> | undefined;
  const isSaid = ([field, value]: readonly [string, unknown]) =>
    value !== undefined && value !== null && JSON.stringify(value) !== JSON.stringify(since?.[field]);
  const said = Object.entries(row).filter(isSaid);
  return JSON.stringify(said.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function hashOf(seal: Seal, branch: string, table: string, content: string): bigint {
  return BigInt(`0x${seal.sign('rows', JSON.stringify([branch, table, content]))}`);
}

function within(sum: bigint): bigint {
  return ((sum % modulus) + modulus) % modulus;
}

function hex(sum: bigint): string {
  return sum.toString(16).padStart(digits, '0');
}
