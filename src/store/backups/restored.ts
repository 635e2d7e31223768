/**
 * What the clock said between a backup and the first start after its restoring has most likely been heard, but the file
 * does not know of it. The clock's work of that time is done again; its letters wait for the secretary's word.
 */
import type { Facts } from '../../domain/branch/facts.js';
import { secretariat } from '../../domain/branch/people.js';
import type { CivilTime } from '../../domain/period/civil.js';
import { bytesOf, putMeta, type Connection } from '../connection.js';

/** On the file that takes the place of the database. */
export function markRestored(db: Connection): void {
  db.prepare(putMeta).run('restored', Buffer.from(''));
}

/** At each start: the first one after a restoring is remembered. */
export function settleRestored(db: Connection, now: CivilTime): void {
  if (restoredUntil(db) === '') db.prepare(putMeta).run('restored', Buffer.from(now));
}

/** The first start after a restoring; null for a file that never was restored. */
export function restoredUntil(db: Connection): CivilTime | null {
  const row = db.prepare('SELECT value FROM meta WHERE key = ?').get('restored');
  return row === undefined ? null : bytesOf(row['value']).toString('utf8');
}

/** Whether a letter of this job is in doubt. The secretary hears everything, to be able to decide. */
export function doubtAfter(
  until: CivilTime | null,
  { channel, messageId }: { readonly channel: string; readonly messageId: string },
  facts: Facts,
): (letter: { readonly person: number | null }) => boolean {
  const due = channel === 'clock' ? messageId.split('@').at(-1) : undefined;
  if (until === null || due === undefined || due > until) return () => false;
  const readers = secretariat(facts).map(({ id }) => id);
  return ({ person }) => person === null || !readers.includes(person);
}
