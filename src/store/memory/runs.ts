import type { Unit } from '../../app/ports/store/store.js';
import { prepareRead } from '../careful.js';
import { textOf, type Connection } from '../connection.js';

interface Run {
  readonly messageId: string;
  readonly at: string;
}

/**
 * The clock's last runs in each branch. Every commit asks for them (`branch.next_due`), but only the clock's messages
 * change them, while years of claims pile up in the inbox. So we cache them by version.
 */
interface Runs {
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
  const read = prepareRead(
    db,
    { messageId: 'message_id', at: 'at' },
    "FROM inbox WHERE branch = ? AND channel = 'clock' ORDER BY rowid DESC LIMIT ?",
  );
  return {
    last(branch, version, limit) {
      const kept = known.get(branch);
      if (kept?.version === version && kept.limit >= limit) return kept.runs.slice(0, limit);
      const runs = read(branch, limit).map((row) => ({
        messageId: textOf(row, 'messageId'),
        at: textOf(row, 'at'),
      }));
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
