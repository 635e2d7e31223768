import type { Snapshot } from '../app/ports/store/store.js';
import { emptyFacts } from '../domain/branch/facts.js';
import { put, type Change } from '../domain/branch/rows.js';
import { tableNames } from '../domain/branch/tables.js';
import { intOf, textOf, type Connection, type Row } from './connection.js';
import {
  carriedSums,
  noRows,
  rowSumOf,
  sealOver,
  sumsOver,
  type LogRow,
  type RowSums,
  type SealedBranch,
  type StoredSums,
} from './sealing/row-seal.js';
import type { Seal } from './sealing/seal.js';
import type { Others } from './memory/others.js';
import { decodeRow } from './row-codec.js';
import { columnsNamed, prepareCarefully, prepareRead, type CarefulRow } from './careful.js';
import { prepareTable } from './tables.js';

/** Branches kept in memory; the least recently used makes room. */
const awakeBranches = 200;

/** With the sums that the next commit goes on from. */
export interface StoredSnapshot extends Snapshot {
  readonly sums: RowSums;
}

export interface Snapshots {
  /** The branch as it is now: from memory while its version is the file's. */
  read(branch: string): StoredSnapshot;
  /** As it was when it was last read or written; whoever writes on it asks for its version. */
  kept(branch: string): StoredSnapshot | undefined;
  /** After COMMIT. */
  advance(branch: string, now: StoredSnapshot): void;
  drop(branch: string): void;
}

/** @param onUnsound hears of a branch that was changed by another hand, each time it is read from the file */
export function createSnapshots(
  db: Connection,
  seal: Seal,
  others: Others,
  onUnsound: (branch: string) => void,
): Snapshots {
  /** `seen`: it was the file's when the other processes were looked at last. */
  const awake = new Map<string, { readonly snapshot: StoredSnapshot; readonly seen: number }>();
  const head = prepareBranch(db);
  const versionOf = db.prepare('SELECT version FROM branch WHERE id = ?');
  const rowsOf = prepareRows(db, seal);
  const logOf = prepareLog(db);

  // One read transaction: version and rows are of one moment, even while another process writes.
  const load = (branch: string): StoredSnapshot => {
    if (db.inTransaction) return loadRows(branch);
    db.exec('BEGIN');
    try {
      return loadRows(branch);
    } finally {
      db.exec('COMMIT');
    }
  };

  const loadRows = (branch: string): StoredSnapshot => {
    const [row] = head(branch);
    if (row === undefined) throw new Error(`no branch ${branch}`);
    const { changes, isWhole } = rowsOf(branch);
    const { version, ...known } = sealedBranch(row);
    const stored = storedSumsOf(row);
    const isSound =
      isWhole &&
      stored.rowSum === rowSumOf(seal, branch, changes) &&
      stored.rowSeal === sealOver(seal, { version, ...known }, stored);
    if (!isSound) onUnsound(branch);
    const sums = isSound ? (carriedSums(stored) ?? sumsOver(seal, branch, changes, logOf(branch))) : noRows;
    return { version, facts: emptyFacts(known).with(changes), sums, isSound };
  };

  const keep = (branch: string, snapshot: StoredSnapshot): StoredSnapshot => {
    awake.delete(branch);
    awake.set(branch, { snapshot, seen: others.last() });
    const oldest = awake.keys().next();
    if (awake.size > awakeBranches && oldest.done !== true) awake.delete(oldest.value);
    return snapshot;
  };

  return {
    read(branch) {
      const seen = others.look();
      const known = awake.get(branch);
      if (known?.seen === seen) return keep(branch, known.snapshot);
      const row = versionOf.get(branch);
      if (known !== undefined && row !== undefined && known.snapshot.version === intOf(row, 'version'))
        return keep(branch, known.snapshot);
      return keep(branch, load(branch));
    },
    kept: (branch) => awake.get(branch)?.snapshot,
    advance: (branch, now) => void keep(branch, now),
    drop: (branch) => void awake.delete(branch),
  };
}

export function prepareBranch(db: Connection) {
  const named = { createdAt: 'created_at', entryCount: 'entry_count' };
  const sums = {
    rowSum: 'row_sum',
    tableSums: 'table_sums',
    logSum: 'log_sum',
    rowSketch: 'row_sketch',
    rowSeal: 'row_seal',
  };
  const columns = { id: 'id', name: 'name', version: 'version', head: 'head', ...named, ...sums };
  return prepareRead(db, columns, 'FROM branch WHERE id = ?');
}

/**
 * All rows of a branch, tables in one order; those whose sealed values were changed or moved are left out.
 * @returns `isWhole`: none was
 */
export function prepareRows(db: Connection, seal: Seal) {
  const statements = tableNames.map((table) => ({ table, rowsOf: prepareTable(db, table) }));
  return (branch: string): { readonly changes: readonly Change[]; readonly isWhole: boolean } => {
    const changes: Change[] = [];
    let isWhole = true;
    for (const { table, rowsOf } of statements) {
      for (const { row, isText } of rowsOf(branch)) {
        isWhole &&= isText;
        try {
          changes.push(put(table, decodeRow(table, row, branch, seal)));
        } catch {
          isWhole = false;
        }
      }
    }
    return { changes, isWhole };
  };
}

/** What was heard in a branch and who did it, as its sums have it; `isText`: as in `CarefulRow`. */
export function prepareLog(db: Connection) {
  const read = (table: LogRow['table'], columns: readonly string[]) =>
    prepareCarefully(db, columnsNamed(columns), `FROM ${table} WHERE branch = ?`);
  const heard = read('inbox', ['channel', 'message_id', 'at']);
  const acts = read('audit', ['seq', 'at', 'actor', 'use_case', 'ids', 'channel', 'message_id']);
  return (branch: string): readonly (LogRow & Pick<CarefulRow, 'isText'>)[] => [
    ...heard(branch).map(({ row, isText }) => {
      const cells = Object.values(row);
      return { table: 'inbox' as const, key: cells.slice(0, 2).join('/'), cells, isText };
    }),
    ...acts(branch).map(({ row, isText }) => {
      const { seq, ...cells } = row;
      return { table: 'audit' as const, key: String(seq), cells: Object.values(cells), isText };
    }),
  ];
}

export function sealedBranch(row: Row): SealedBranch {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    createdAt: textOf(row, 'createdAt'),
    version: intOf(row, 'version'),
    entryCount: intOf(row, 'entryCount'),
    head: textOf(row, 'head'),
  };
}

export function storedSumsOf(row: Row): StoredSums {
  const text = (column: string) => (typeof row[column] === 'string' ? textOf(row, column) : '');
  return {
    rowSum: text('rowSum'),
    tableSums: text('tableSums'),
    logSum: text('logSum'),
    rowSketch: text('rowSketch'),
    rowSeal: text('rowSeal'),
  };
}
