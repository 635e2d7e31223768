import type { Unit } from '../app/ports/store.js';
import { textOf, type Connection } from './connection.js';

export interface Run {
  readonly messageId: string;
  readonly at: string;
}

/**
 * The last runs of the clock in each branch. They are asked for at every commit (`branch.next_due`) and change only
 * with a message of the clock, while the claims of years pile up in the inbox: so they are kept for the version they
 * were read at.
 */
export interface Runs {
  /** Newest first. */
  last(branch: string, version: number, limit: number): readonly Run[];
  /** After COMMIT. */
  advance(unit: Pick<Unit, 'branch' | 'version' | 'message'>): void;
}

export function createRuns(db: Connection): Runs {
  const known = new Map<
    string,
    { readonly version: number; readonly limit: number; readonly runs: readonly Run[] }
  >();
  const read = db.prepare(
    "SELECT message_id AS messageId, at FROM inbox WHERE branch = ? AND channel = 'clock' ORDER BY rowid DESC LIMIT ?",
  );
  return {
    last(branch, version, limit) {
      const kept = known.get(branch);
      if (kept?.version === version && kept.limit === limit) return kept.runs;
      const runs = read
        .all(branch, limit)
        .map((row) => ({ messageId: textOf(row, 'messageId'), at: textOf(row, 'at') }));
      known.set(branch, { version, limit, runs });
      return runs;
    },
    advance({ branch, version, message }) {
      const kept = known.get(branch);
      if (kept?.version === version && message.channel !== 'clock')
        known.set(branch, { ...kept, version: version + 1 });
      else known.delete(branch);
    },
  };
}
