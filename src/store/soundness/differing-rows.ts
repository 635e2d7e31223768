import { keyOf } from '../../domain/branch/facts.js';
import type { Change, TableName } from '../../domain/branch/rows.js';
import type { Connection } from '../connection.js';
import {
  differingTables,
  logHash,
  rowHash,
  sealOver,
  storedSums,
  sumsOver,
  type LogRow,
  type StoredSums,
} from '../sealing/row-seal.js';
import type { Seal } from '../sealing/seal.js';
import { difference, isSameChange, nameOf, sketchOf, type Sketch } from '../sealing/sketch.js';
import { prepareBranch, sealedBranch, storedSumsOf } from '../snapshot.js';
import { specs } from '../tables.js';
import type { Finding, RowFault } from './finding.js';

/** What the seal over all rows says of these: which are not as they were committed, and whether the branch row is. */
export function differingRows(
  db: Connection,
  seal: Seal,
  branch: string,
  rows: readonly Change[],
  log: readonly LogRow[],
): readonly Finding[] {
  const [row] = prepareBranch(db)(branch);
  if (row === undefined) return [];
  const stored = storedSumsOf(row);
  const sums = sumsOver(seal, branch, rows, log);
  const found = storedSums(seal, sealedBranch(row), sums);
  const isOurs = sealOver(seal, sealedBranch(row), stored) === stored.rowSeal;
  return [
    ...(isOurs ? [] : [{ wrong: 'branchRow' as const, branch }]),
    ...(isSame(stored, found) ? [] : named(seal, branch, { rows, log, stored, found, sketch: sums.sketch })),
  ];
}

/** A branch that an earlier version wrote has no sketch yet. */
function isSame(stored: StoredSums, found: StoredSums): boolean {
  return (
    stored.rowSum === found.rowSum &&
    stored.tableSums === found.tableSums &&
    stored.logSum === found.logSum &&
    (stored.rowSketch === '' || stored.rowSketch === found.rowSketch)
  );
}

interface Compared {
  readonly rows: readonly Change[];
  readonly log: readonly LogRow[];
  readonly stored: StoredSums;
  readonly found: StoredSums;
  readonly sketch: Sketch;
}

function named(
  seal: Seal,
  branch: string,
  { rows, log, stored, found, sketch }: Compared,
): readonly Finding[] {
  const before = sketchOf(stored.rowSketch);
  const { named, isAll } =
    before === undefined ? { named: new Map<string, bigint>(), isAll: false } : difference(before, sketch);
  const present = new Map([
    ...rows.map((change): Present => {
      const key = keyOf(change.table, change.row);
      return placed(seal, change.table, key, () => rowHash(seal, branch, change));
    }),
    ...log.map((row): Present => placed(seal, row.table, row.key, () => logHash(seal, branch, row))),
  ]);
  const findings = [...named].map(([name, change]): Finding => {
    const row = present.get(name);
    const [table = '', ...key] = (row?.name ?? name).split('/');
    return { wrong: faultOf(row, change), branch, table: tableOf(table), key: key.join('/') };
  });
  if (isAll) return findings;
  const tables = differingTables(stored, found).map(tableOf);
  return [
    ...findings,
    {
      wrong: 'rows',
      branch,
      tables: stored.logSum === found.logSum ? tables : [...tables, 'inbox', 'audit'],
    },
  ];
}

type Present = readonly [name: string, { readonly name: string; readonly hash: () => bigint }];

function placed(seal: Seal, table: string, key: string, hash: () => bigint): Present {
  return [nameOf(seal, table, key), { name: `${table}/${key}`, hash }];
}

function faultOf(row: Present[1] | undefined, change: bigint): RowFault {
  if (row === undefined) return 'removed';
  return isSameChange(row.hash(), change) ? 'added' : 'changed';
}

function tableOf(name: string): string {
  return name in specs ? specs[name as TableName].table : name;
}
