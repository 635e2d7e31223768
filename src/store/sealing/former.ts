import { wholly } from './wholly.js';
import { bytesOf, textOf, type Connection } from '../connection.js';
import { prepareBranch, prepareLog, prepareRows, sealedBranch } from '../snapshot.js';
import { canaries, canaryPlace } from './key.js';
import { setSums, storedSums, sumCells, sumsOver } from './row-seal.js';
import type { Seal } from './seal.js';

/**
 * Once, for a file whose rows no earlier version summed: from now on they are under seal as they are. The canary says
 * that it was done; without the key nobody can make it say otherwise.
 */
export function sealFormer(db: Connection, seal: Seal): void {
  if (canaryOf(db, seal) !== canaries.former) return;
  wholly(db, () => {
    // Another process may have done it while this one waited.
    if (canaryOf(db, seal) === canaries.former) sealAll(db, seal);
  });
}

function sealAll(db: Connection, seal: Seal): void {
  const rowsOf = prepareRows(db, seal);
  const logOf = prepareLog(db);
  const head = prepareBranch(db);
  const keep = db.prepare(`UPDATE branch SET ${setSums} WHERE id = ?`);
  for (const { id } of db
    .prepare('SELECT id FROM branch')
    .all()
    .map((row) => ({ id: textOf(row, 'id') }))) {
    const known = sealedBranch(head(id)[0] ?? {});
    const sums = sumsOver(seal, id, rowsOf(id).changes, logOf(id));
    keep.run(...sumCells(storedSums(seal, known, sums)), id);
  }
  const canary = seal.close(canaryPlace, Buffer.from(canaries.now));
  db.prepare('UPDATE meta SET value = ? WHERE key = ?').run(canary, 'canary');
}

function canaryOf(db: Connection, seal: Seal): string {
  const row = db.prepare("SELECT value FROM meta WHERE key = 'canary'").get();
  return row === undefined ? '' : seal.open(canaryPlace, bytesOf(row['value'])).toString('utf8');
}
