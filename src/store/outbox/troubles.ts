import type { LetterState, Outbox, TroubledLetter } from '../../app/ports/store/store.js';
import { prepareRead } from '../careful.js';
import { intOf, textOf, type Connection, type Row } from '../connection.js';
import type { Seal } from '../sealing/seal.js';
import { openLetters, prepareLetters } from './letters.js';

type Counted = Pick<Outbox, 'troubles' | 'allTroubles' | 'ages'>;
type Troubled = Pick<Outbox, 'troubled' | 'doubted' | 'mayFollow'>;

/** What did not simply arrive. */
export function troublesOf(db: Connection, seal: Seal): Counted & Troubled {
  return { ...counted(db), ...troubled(db, seal) };
}

function counted(db: Connection): Counted {
  const unsent = "'queued', 'sending', 'uncertain', 'failed', 'unreachable', 'waiting'";
  const counting = { state: 'state', count: 'COUNT(*)' };
  const troubles = prepareRead(
    db,
    counting,
    `FROM outbox WHERE +branch = ? AND state IN (${unsent}) GROUP BY state`,
  );
  const counts = (rows: readonly Row[]) =>
    Object.fromEntries(rows.map((row) => [textOf(row, 'state'), intOf(row, 'count')]));
  const all = prepareRead(db, counting, `FROM outbox WHERE state IN (${unsent}) GROUP BY state`);
  const ages = prepareRead(
    db,
    { state: 'state', chat: 'chat_kind', oldest: 'MIN(created_at)' },
    `FROM outbox
     WHERE state IN ('queued', 'sending', 'waiting', 'uncertain') GROUP BY state, chat_kind ORDER BY state, chat_kind`,
  );
  return {
    troubles: (branch) => counts(troubles(branch)),
    allTroubles: () => counts(all()),
    ages: () =>
      ages().map((row) => ({
        state: textOf(row, 'state') as LetterState,
        chat: textOf(row, 'chat') === 'group' ? 'group' : 'private',
        oldest: textOf(row, 'oldest'),
      })),
  };
}

function troubled(db: Connection, seal: Seal): Troubled {
  const one = prepareLetters(db, 'WHERE branch = ? AND id = ?');
  const ofBranch = prepareLetters(db, "WHERE +branch = ? AND state IN ('uncertain', 'failed') ORDER BY id");
  const doubted = prepareLetters(
    db,
    "WHERE state IN ('uncertain', 'failed') AND channel = ? AND chat_kind = 'group' ORDER BY branch, id",
  );
  return {
    doubted: (channel) =>
      openLetters(doubted(channel), seal).filter(({ announces }) => announces !== undefined),
    mayFollow: ({ branch, id, follows }) => {
      const before = follows === true ? one(branch, id - 1)[0] : undefined;
      return before === undefined || !['uncertain', 'failed'].includes(textOf(before, 'state'));
    },
    troubled: (branch) =>
      ofBranch(branch).map((row): TroubledLetter => {
        const id = intOf(row, 'id');
        const ofGroup = row['chat_kind'] === 'group' ? openLetters([row], seal)[0] : undefined;
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
