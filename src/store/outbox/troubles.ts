import type { LetterState, Outbox, StoredLetter, TroubledLetter } from '../../app/ports/store/store.js';
import { intOf, textOf, type Connection, type Row } from '../connection.js';
import type { Seal } from '../sealing/seal.js';
import { openLetter } from './letters.js';

type Counted = Pick<Outbox, 'troubles' | 'allTroubles' | 'ages'>;
type Troubled = Pick<Outbox, 'troubled' | 'doubted' | 'mayFollow'>;

/** What did not simply arrive. */
export function troublesOf(db: Connection, seal: Seal): Counted & Troubled {
  return { ...counted(db), ...troubled(db, seal) };
}

function counted(db: Connection): Counted {
  const unsent = "'queued', 'sending', 'uncertain', 'failed', 'unreachable', 'waiting'";
  const troubles = db.prepare(
    `SELECT state, COUNT(*) AS count FROM outbox WHERE branch = ? AND state IN (${unsent}) GROUP BY state`,
  );
  const counts = (rows: readonly Row[]) =>
    Object.fromEntries(rows.map((row) => [textOf(row, 'state'), intOf(row, 'count')]));
  const all = db.prepare(
    `SELECT state, COUNT(*) AS count FROM outbox WHERE state IN (${unsent}) GROUP BY state`,
  );
  const ages = db.prepare(
    `SELECT state, chat_kind AS chat, MIN(created_at) AS oldest FROM outbox
     WHERE state IN ('queued', 'sending', 'waiting', 'uncertain') GROUP BY state, chat_kind ORDER BY state, chat_kind`,
  );
  return {
    troubles: (branch) => counts(troubles.all(branch)),
    allTroubles: () => counts(all.all()),
    ages: () =>
      ages.all().map((row) => ({
        state: textOf(row, 'state') as LetterState,
        chat: textOf(row, 'chat') === 'group' ? 'group' : 'private',
        oldest: textOf(row, 'oldest'),
      })),
  };
}

function troubled(db: Connection, seal: Seal): Troubled {
  const one = db.prepare('SELECT * FROM outbox WHERE branch = ? AND id = ?');
  const ofBranch = db.prepare(
    "SELECT id, state, created_at, chat_kind, person, progress FROM outbox WHERE branch = ? AND state IN ('uncertain', 'failed') ORDER BY id",
  );
  const doubted = db.prepare(
    "SELECT * FROM outbox WHERE state IN ('uncertain', 'failed') AND channel = ? AND chat_kind = 'group' ORDER BY branch, id",
  );
  const open = (branch: string, id: number): StoredLetter | undefined => {
    const row = one.get(branch, id);
    return row === undefined ? undefined : openLetter(row, seal);
  };
  return {
    doubted: (channel) =>
      doubted
        .all(channel)
        .map((row) => openLetter(row, seal))
        .filter(({ announces }) => announces !== undefined),
    mayFollow: ({ branch, id, follows }) => {
      const before = follows === true ? one.get(branch, id - 1) : undefined;
      return before === undefined || !['uncertain', 'failed'].includes(textOf(before, 'state'));
    },
    troubled: (branch) =>
      ofBranch.all(branch).map((row): TroubledLetter => {
        const id = intOf(row, 'id');
        const ofGroup = row['chat_kind'] === 'group' ? open(branch, id) : undefined;
        return {
          id,
          state: textOf(row, 'state') === 'failed' ? 'failed' : 'uncertain',
          createdAt: textOf(row, 'created_at'),
          chat: ofGroup === undefined ? 'private' : 'group',
          person: row['person'] === null ? null : intOf(row, 'person'),
          groupText: ofGroup?.text ?? null,
          progress: row['progress'] === null ? 0 : intOf(row, 'progress'),
          notice: ofGroup?.announces?.notice ?? null,
        };
      }),
  };
}
