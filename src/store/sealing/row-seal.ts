/**
 * Every row of a branch is under seal (docs/adr/0017-row-seal.md): the branch row keeps, for all rows of its tables, the
 * sum of their keyed hashes modulo 2²⁵⁶, and signs the sums with its own content. Whoever changes, adds or removes a row
 * without the key leaves another sum.
 */
import type { Change, TableName } from '../../domain/branch/rows.js';
import { tableNames, tables } from '../../domain/branch/tables.js';
import type { Connection } from '../connection.js';
import type { Seal } from './seal.js';

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
}

export const noRows: RowSums = { rows: 0n, tables: new Map(), log: 0n };

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
  readonly rowSeal: string;
}

/** In the order in which the branch row's statements write them. */
export function sumCells({ rowSum, tableSums, logSum, rowSeal }: StoredSums): readonly string[] {
  return [rowSum, tableSums, logSum, rowSeal];
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
  for (const { now, old } of changes) {
    const gone = old === undefined ? 0n : hashOf(seal, branch, now.table, contentOf(now.table, old));
    const change = hashOf(seal, branch, now.table, contentOf(now.table, now.row)) - gone;
    rows = within(rows + change);
    sums.set(now.table, within((sums.get(now.table) ?? 0n) + change));
  }
  return { rows, tables: sums, log: before.log };
}

/** The sums of a branch from its rows, read anew. */
export function prepareSums(db: Connection, seal: Seal) {
  const heard = db.prepare('SELECT channel, message_id, at FROM inbox WHERE branch = ?');
  const acts = db.prepare('SELECT at, actor, use_case, ids, channel, message_id FROM audit WHERE branch = ?');
  return (branch: string, rows: readonly Change[]): RowSums => {
    let sums = summed(
      seal,
      branch,
      noRows,
      rows.map((now) => ({ now, old: undefined })),
    );
    for (const row of heard.all(branch)) sums = logged(seal, branch, sums, 'inbox', Object.values(row));
    for (const row of acts.all(branch)) sums = logged(seal, branch, sums, 'audit', Object.values(row));
    return sums;
  };
}

/** Adds one row of inbox or audit. */
export function logged(
  seal: Seal,
  branch: string,
  before: RowSums,
  table: 'inbox' | 'audit',
  cells: readonly unknown[],
): RowSums {
  return { ...before, log: within(before.log + hashOf(seal, branch, table, JSON.stringify(cells))) };
}

export function storedSums(seal: Seal, branch: SealedBranch, sums: RowSums): StoredSums {
  const kept = {
    rowSum: hex(sums.rows),
    tableSums: JSON.stringify(
      Object.fromEntries(tableNames.flatMap((table) => shortSum(table, sums.tables.get(table)))),
    ),
    logSum: hex(sums.log),
  };
  return { ...kept, rowSeal: sealOver(seal, branch, kept) };
}

/** The branch row's signature over its own content and its sums. */
export function sealOver(
  seal: Seal,
  { id, name, createdAt, version, entryCount, head }: SealedBranch,
  { rowSum, tableSums, logSum }: Omit<StoredSums, 'rowSeal'>,
): string {
  const content = [id, name, createdAt, version, entryCount, head, rowSum, tableSums, logSum];
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
