import { columnsNamed, prepareRead } from '../careful.js';
import type { Lease, Leases } from '../../app/ports/store/leases.js';
import { addSeconds } from '../../domain/period/civil.js';
import type { Committer } from '../commit.js';
import { intOf, textOf, type Connection } from '../connection.js';

/** Leases share the outbox's file, so that one transaction covers a letter's lease and the right to it. */
export function createLeases(db: Connection, committer: Committer): Leases {
  const read = prepareRead(db, columnsNamed(['owner', 'epoch', 'until_at']), 'FROM lease WHERE channel = ?');
  const insert = db.prepare(
    'INSERT INTO lease (channel, owner, epoch, until_at) VALUES (?, ?, 1, ?) ON CONFLICT DO NOTHING',
  );
  const renew = db.prepare('UPDATE lease SET until_at = ? WHERE channel = ? AND owner = ? AND epoch = ?');
  const pass = db.prepare(
    'UPDATE lease SET owner = ?, epoch = ?, until_at = ? WHERE channel = ? AND epoch = ?',
  );

  /** Undefined: another process was quicker. */
  const tryToTake: (...asked: Parameters<Leases['take']>) => Lease | null | undefined = (
    channel,
    owner,
    clock,
    seconds,
  ) => {
    // Read inside the transaction, so a lease committed earlier never ends later than its full length from now.
    const now = clock.now();
    const until = addSeconds(now, seconds);
    const [row] = read(channel);
    if (row === undefined) {
      return insert.run(channel, owner, until).changes === 0 ? undefined : { channel, owner, epoch: 1 };
    }
    const epoch = intOf(row, 'epoch');
    if (textOf(row, 'owner') === owner) {
      return renew.run(until, channel, owner, epoch).changes === 0 ? undefined : { channel, owner, epoch };
    }
    const runsUntil = textOf(row, 'until_at');
    // Longer than a lease lasts: the clock was set back after its owner died.
    if (runsUntil > now && runsUntil <= until) return null;
    const passed = pass.run(owner, epoch + 1, until, channel, epoch).changes === 1;
    return passed ? { channel, owner, epoch: epoch + 1 } : undefined;
  };
  const take = (...asked: Parameters<Leases['take']>): Lease | null => {
    for (;;) {
      const taken = tryToTake(...asked);
      if (taken !== undefined) return taken;
    }
  };

  return {
    take: (...asked) => committer.run(() => take(...asked)),
    holds({ channel, owner, epoch }, now) {
      const [row] = read(channel);
      if (row === undefined) return false;
      return textOf(row, 'owner') === owner && intOf(row, 'epoch') === epoch && textOf(row, 'until_at') > now;
    },
    release: ({ channel, owner, epoch }) => committer.run(() => void renew.run('', channel, owner, epoch)),
  };
}
