import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { textOf, type Connection } from './connection.js';

/** The right to run on a database file. The system takes it back when its process ends, however it ends. */
type Running =
  | { readonly isOurs: true; release(): void }
  /** Another process runs; `where`: what it said of itself. */
  | { readonly isOurs: false; readonly where: string };

/**
 * A small file beside the database, under a lock for as long as the process lives. Who cannot have the lock reads who
 * has it.
 */
export function takeRunning(databaseFile: string, where: string): Running {
  mkdirSync(dirname(databaseFile), { recursive: true });
  const db = new Database(`${databaseFile}.running`) as unknown as Connection;
  try {
    db.pragma('busy_timeout = 0');
    db.exec('BEGIN IMMEDIATE');
    db.exec('CREATE TABLE IF NOT EXISTS running (id INTEGER PRIMARY KEY, place TEXT NOT NULL)');
    db.prepare('INSERT OR REPLACE INTO running VALUES (1, ?)').run(where);
    db.exec('COMMIT');
    db.exec('BEGIN IMMEDIATE');
    return {
      isOurs: true,
      release() {
        // The driver keeps a closed connection until its statements are collected.
        db.exec('ROLLBACK');
        db.close();
      },
    };
  } catch (error) {
    const found = isBusy(error) ? placeIn(db) : undefined;
    db.close();
    if (found === undefined) throw error;
    return { isOurs: false, where: found };
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

function placeIn(db: Connection): string {
  try {
    if (db.inTransaction) db.exec('ROLLBACK');
    const row = db.prepare('SELECT place FROM running').get();
    return row === undefined ? '' : textOf(row, 'place');
  } catch {
    // It has just begun and has not said where.
    return '';
  }
}
