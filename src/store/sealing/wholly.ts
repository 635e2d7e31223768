import type { Connection } from '../connection.js';

/** Seals a whole file in one transaction, waiting for whoever writes to it: all of it, or nothing. */
export function wholly(db: Connection, work: () => void): void {
  db.pragma('busy_timeout = 30000');
  db.exec('BEGIN EXCLUSIVE');
  try {
    work();
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    db.pragma('busy_timeout = 50');
  }
}
