/** A new key for everything (docs/adr/0018-new-key.md). */
import { wholly } from './wholly.js';
import type { Change } from '../../domain/branch/rows.js';
import { put } from '../../domain/branch/rows.js';
import { tableNames } from '../../domain/branch/tables.js';
import { bytesOf, intOf, textOf, type Connection } from '../connection.js';
import { withoutTriggers } from '../migrate.js';
import { readTriggers } from '../migrations.js';
import { decodeRow, encodeRow } from '../row-codec.js';
import { prepareBranch, prepareLog, sealedBranch } from '../snapshot.js';
import { sealedPlace, specs } from '../tables.js';
import { finishNewKey, makeNextKey, writeKeyMarks, type OpenedKey } from './key.js';
import { setSums, storedSums, sumCells, sumsOver } from './row-seal.js';
import { createSeal, type Seal } from './seal.js';

/**
 * Seals every cell, every row and the canary again, in one transaction: cut off at any instant, the file is wholly under
 * the old key or wholly under the new one. The caller has looked through the file: what another hand wrote must not be
 * sealed as ours.
 * @param onProgress gets the rows sealed so far
 */
export function sealWithNewKey(
  db: Connection,
  databaseFile: string,
  { seal, master, kept }: OpenedKey,
  prismaFolder: string,
  onProgress: (rows: number) => void = () => undefined,
): void {
  const keyFile = `${databaseFile}.key`;
  const next = createSeal(makeNextKey(keyFile), kept);
  let rows = 0;
  const seen = () => onProgress((rows += 1));
  wholly(db, () => {
    withoutTriggers(db, readTriggers(prismaFolder), () => {
      for (const row of db.prepare('SELECT id FROM branch').all())
        sealBranch(db, textOf(row, 'id'), { seal, next, seen });
      // Letters and files are bound to branch and number.
      for (const table of ['outbox', 'file_content']) sealNumbered(db, table, { seal, next, seen });
    });
    writeKeyMarks(db, next, kept);
  });
  const canary = db.prepare("SELECT value FROM meta WHERE key = 'canary'").get() ?? {};
  finishNewKey(keyFile, bytesOf(canary['value']), Buffer.from(master).toString('hex'));
  // What the old key sealed leaves the free pages and the log as well.
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
}

interface Keys {
  readonly seal: Seal;
  readonly next: Seal;
  readonly seen: () => void;
}

function sealBranch(db: Connection, branch: string, { seal, next, seen }: Keys): void {
  const changes: Change[] = [];
  for (const table of tableNames) {
    const { table: name, sealed } = specs[table];
    const write = sealed ? db.prepare(`UPDATE "${name}" SET sealed = ? WHERE rowid = ?`) : undefined;
    for (const stored of db
      .prepare(`SELECT rowid AS place, * FROM "${name}" WHERE branch = ? ORDER BY rowid`)
      .all(branch)) {
      const change = put(table, decodeRow(table, stored, branch, seal));
      changes.push(change);
      write?.run(encodeRow(change, branch, next).at(-1) ?? null, intOf(stored, 'place'));
      seen();
    }
  }
  const known = sealedBranch(prepareBranch(db)(branch)[0] ?? {});
  // Who still holds rows sealed with the old key reads them again.
  const now = { ...known, version: known.version + 1 };
  const sums = sumsOver(next, branch, changes, prepareLog(db)(branch));
  db.prepare(`UPDATE branch SET version = ?, ${setSums} WHERE id = ?`).run(
    now.version,
    ...sumCells(storedSums(next, now, sums)),
    branch,
  );
}

function sealNumbered(db: Connection, table: string, { seal, next, seen }: Keys): void {
  const write = db.prepare(`UPDATE "${table}" SET sealed = ? WHERE rowid = ?`);
  const read = db.prepare(`SELECT branch, id, sealed FROM "${table}" WHERE rowid = ?`);
  for (const { place } of db.prepare(`SELECT rowid AS place FROM "${table}"`).all() as { place: number }[]) {
    const row = read.get(place) ?? {};
    const bound = sealedPlace(table, textOf(row, 'branch'), String(intOf(row, 'id')));
    write.run(next.close(bound, seal.open(bound, bytesOf(row['sealed']))), place);
    seen();
  }
}
