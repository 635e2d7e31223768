import { join } from 'node:path';
import { openConnection, type Connection } from '../../store/connection.js';
import { perSecond, type Speed } from './speed.js';

/** A row as long as a real one of entry, audit and message id together need. */
const padding = 'x'.repeat(120);

/**
 * The limit: the driver alone, with the three rows that one message writes (shared/PERFORMANCE.md: entry,
 * audit, message id), one durable commit for `batch` messages. Everything else is measured against this.
 */
export function rawCommits(folder: string, messages: number, batch: number): Speed {
  const db = openConnection(join(folder, `raw-${batch}.db`));
  for (const table of ['entry', 'audit', 'inbox'])
    db.exec(`CREATE TABLE ${table} (branch TEXT, id INTEGER, text TEXT, PRIMARY KEY (branch, id))`);
  const inserts = ['entry', 'audit', 'inbox'].map((table) =>
    db.prepare(`INSERT INTO ${table} VALUES (?, ?, ?)`),
  );
  const times: number[] = [];
  const begun = performance.now();
  for (let id = 0; id < messages; id += batch) times.push(commit(db, inserts, id, batch));
  const speed = perSecond(messages, performance.now() - begun, times);
  db.close();
  return speed;
}

function commit(
  db: Connection,
  inserts: readonly ReturnType<Connection['prepare']>[],
  first: number,
  batch: number,
): number {
  const begun = performance.now();
  db.exec('BEGIN IMMEDIATE');
  for (let id = first; id < first + batch; id += 1)
    for (const insert of inserts) insert.run('b1', id, padding);
  db.exec('COMMIT');
  return performance.now() - begun;
}
