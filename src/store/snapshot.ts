import type { Snapshot } from '../app/ports/store.js';
import { emptyFacts, type Facts } from '../domain/branch/facts.js';
import { put, type Change, type TableName } from '../domain/branch/rows.js';
import { intOf, textOf, type Connection } from './connection.js';
import type { Seal } from './sealing/seal.js';
import { decodeRow } from './row-codec.js';
import { readSql, specs } from './tables.js';

/** Branches kept in memory; the least recently used makes room. */
const awakeBranches = 200;

export interface Snapshots {
  /** The branch as it is now: from memory while its version is the file's. */
  read(branch: string): Snapshot;
  /** After COMMIT: the decision on `version` made the next version. */
  advance(branch: string, version: number, facts: Facts): void;
  drop(branch: string): void;
}

export function createSnapshots(db: Connection, seal: Seal): Snapshots {
  const awake = new Map<string, Snapshot>();
  const head = db.prepare('SELECT id, name, created_at, version, entry_count, head FROM branch WHERE id = ?');
  const versionOf = db.prepare('SELECT version FROM branch WHERE id = ?');
  const tables = (Object.keys(specs) as TableName[]).map((table) => ({
    table,
    rows: db.prepare(readSql(table)),
  }));

  // One read transaction: version and rows are of one moment, even while another process writes.
  const load = (branch: string): Snapshot => {
    if (db.inTransaction) return loadRows(branch);
    db.exec('BEGIN');
    try {
      return loadRows(branch);
    } finally {
      db.exec('COMMIT');
    }
  };

  const loadRows = (branch: string): Snapshot => {
    const row = head.get(branch);
    if (row === undefined) throw new Error(`no branch ${branch}`);
    const changes: Change[] = [];
    for (const { table, rows } of tables) {
      for (const stored of rows.all(branch)) changes.push(put(table, decodeRow(table, stored, branch, seal)));
    }
    const facts = emptyFacts({
      id: branch,
      name: textOf(row, 'name'),
      createdAt: textOf(row, 'created_at'),
      entryCount: intOf(row, 'entry_count'),
      head: textOf(row, 'head'),
    });
    return { version: intOf(row, 'version'), facts: facts.with(changes) };
  };

  const keep = (branch: string, snapshot: Snapshot): Snapshot => {
    awake.delete(branch);
    awake.set(branch, snapshot);
    const oldest = awake.keys().next();
    if (awake.size > awakeBranches && oldest.done !== true) awake.delete(oldest.value);
    return snapshot;
  };

  return {
    read(branch) {
      const known = awake.get(branch);
      const row = versionOf.get(branch);
      if (known !== undefined && row !== undefined && known.version === intOf(row, 'version'))
        return keep(branch, known);
      return keep(branch, load(branch));
    },
    advance: (branch, version, facts) => void keep(branch, { version: version + 1, facts }),
    drop: (branch) => void awake.delete(branch),
  };
}
