import { emptyFacts, type Facts } from '../domain/branch/facts.js';
import { bytesOf, type Connection } from './connection.js';
import { sealedPlace } from './tables.js';
import type { Seal } from './sealing/seal.js';
import { prepareBranch, prepareRows, sealedBranch } from './snapshot.js';

/** Branches for readers, over a connection of its own. */
export interface BranchReader {
  /**
   * All of a branch at one version, however often it is written to meanwhile: version and rows come from one read
   * transaction, which holds up no writer.
   * @throws when rows were changed by another hand
   */
  facts(branch: string): Facts;
  fileContent(branch: string, id: number): Uint8Array | undefined;
  close(): void;
}

export function openBranchReader(db: Connection, seal: Seal): BranchReader {
  const head = prepareBranch(db);
  const rowsOf = prepareRows(db, seal);
  const content = db.prepare('SELECT sealed FROM file_content WHERE branch = ? AND id = ?');
  return {
    facts(branch) {
      db.exec('BEGIN');
      try {
        const [row] = head(branch);
        if (row === undefined) throw new Error(`no branch ${branch}`);
        const { changes, isWhole } = rowsOf(branch);
        if (!isWhole) throw new Error(`branch ${branch} was changed by another hand`);
        return emptyFacts(sealedBranch(row)).with(changes);
      } finally {
        db.exec('COMMIT');
      }
    },
    fileContent(branch, id) {
      const row = content.get(branch, id);
      return row === undefined
        ? undefined
        : seal.open(sealedPlace('file_content', branch, String(id)), bytesOf(row['sealed']));
    },
    close: () => void db.close(),
  };
}
