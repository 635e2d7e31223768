import { columnsNamed, prepareRead } from '../careful.js';
import type { Lease, Leases } from '../../app/ports/store/leases.js';
import { addSeconds } from '../../domain/period/civil.js';
import type { Committer } from '../commit.js';
import { intOf, textOf, type Connection } from '../connection.js';

/** Leases share the outbox's file, so that one transaction covers a letter's lease and the right to it. */
export function createLeases(db: Connection, committer: Committer): Leases {
  const read = prepareRead(db, columnsNamed(['owner', 'epoch', 'until_at']), 'FROM lease WHERE channel = ?');
  const insert = db.prepare('INSERT INTO lease (channel, owner, epoch, until_at) VALUES (?, ?, 1, ?)');
  const renew = db.prepare('UPDATE lease SET until_at = ? WHERE channel = ? AND owner = ? AND epoch = ?');
  const pass = db.prepare(
    'UPDATE lease SET owner = ?, epoch = ?, until_at = ? WHERE channel = ? AND epoch = ?',
  );

  const take: (...asked: Parameters<Leases['take']>) => Lease | null = (channel, owner, clock, seconds) => {
    // Read inside the transaction, so a lease committed earlier never ends later than its full length from now.
    const now = clock.now();
    const until = addSeconds(now, seconds);
    const [row] = read(channel);
    if (row === undefined) {
      insert.run(channel, owner, until);
      return { channel, owner, epoch: 1 };
    }
    const epoch = intOf(row, 'epoch');
    if (textOf(row, 'owner') === owner) {
      renew.run(until, channel, owner, epoch);
      return { channel, owner, epoch };
    }
    const runsUntil = textOf(row, 'until_at');
    // Longer than a lease lasts: the clock was set back after its owner died.
    if (runsUntil > now && runsUntil <= until) return null;
    pass.run(owner, epoch + 1, until, channel, epoch);
    return { channel, owner, epoch: epoch + 1 };
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
