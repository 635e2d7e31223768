/** What a database file holds, as far as one can say without its key. */
import { intOf, textOf, textOrNull, type Connection } from '../connection.js';

export interface BranchContents {
  readonly id: string;
  readonly name: string;
  /** When something was last done. */
  readonly newest: string;
  readonly people: number;
  readonly matters: number;
  readonly entries: number;
  readonly head: string;
  readonly notices: number;
  /** What was done, by the audit. */
  readonly acts: number;
}

export function contentsOf(db: Connection): readonly BranchContents[] {
  const count = (table: string) => `(SELECT COUNT(*) FROM "${table}" WHERE branch = b.id) AS "${table}"`;
  return db
    .prepare(
      `SELECT b.id, b.name, b.created_at, b.entry_count, b.head, (SELECT MAX(at) FROM audit WHERE branch = b.id) AS newest,
         ${['person', 'matter', 'notice', 'audit'].map(count).join(', ')} FROM branch b ORDER BY b.rowid`,
    )
    .all()
    .map((row) => ({
      id: textOf(row, 'id'),
      name: textOf(row, 'name'),
      newest: textOrNull(row, 'newest') ?? textOf(row, 'created_at'),
      people: intOf(row, 'person'),
      matters: intOf(row, 'matter'),
      entries: intOf(row, 'entry_count'),
      head: textOf(row, 'head'),
      notices: intOf(row, 'notice'),
      acts: intOf(row, 'audit'),
    }));
}

/** Whether the branch in `db` had this head after so many entries: whether one history goes on from the other. */
export function hasHead(db: Connection, { id, entries, head }: BranchContents): boolean {
  if (entries === 0) return true;
  const row = db.prepare('SELECT hash FROM ledger_entry WHERE branch = ? AND seq = ?').get(id, entries);
  return row !== undefined && textOf(row, 'hash') === head;
}
