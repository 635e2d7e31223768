/**
 * A disk that fails on purpose: SQLite itself, with a fault before or after any write of ours. The power may fail; a
 * group commit may be torn (only some pages of it reach the log); the disk may be full; another process may hold the lock.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openConnection, type Connection, type Row, type SqlValue } from '../../../store/connection.js';
import type { Chance } from '../model/chance.js';

export type DiskFault = 'powerBefore' | 'powerAfter' | 'torn' | 'full' | 'busy';

export interface Disk {
  readonly connect: (file: string) => Connection;
  /** The fault comes with the n-th write from now; `torn` with the n-th COMMIT. */
  readonly arm: (fault: DiskFault, writes: number) => void;
  /** Calls the fault off. True when it had come. */
  readonly disarm: () => boolean;
  /** The power failed. */
  readonly isDead: () => boolean;
  /** Where everything is that a next life finds. */
  readonly file: () => string;
  /** What is on it, past the bot. */
  readonly ask: (sql: string, ...values: readonly SqlValue[]) => readonly Row[];
}

class PowerCut extends Error {}

class DiskError extends Error {
  constructor(readonly code: 'SQLITE_FULL' | 'SQLITE_BUSY') {
    super(code);
  }
}

type Step = 'row' | 'begin' | 'commit' | 'other';

interface Armed {
  readonly fault: DiskFault;
  /** Steps that still go well. */
  writes: number;
  /** So often in a row the disk is full, or the lock taken. */
  left: number;
}

interface State {
  db: Connection | null;
  file: string;
  armed: Armed | null;
  /** The transaction holds rows: a disk that is full refuses no COMMIT without. */
  wrote: boolean;
}

export function createDisk(chance: Chance): Disk {
  const state: State = { db: null, file: '', armed: null, wrote: false };
  return {
    connect(path) {
      const db = openConnection(path);
      // Nothing here outlives the process, and a checkpoint in the middle would hide what the log holds.
      db.pragma('synchronous = OFF');
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.pragma('wal_autocheckpoint = 0');
      Object.assign(state, { db, file: path });
      return watched(state, chance);
    },
    arm: (fault, writes) => void (state.armed = { fault, writes, left: 4 }),
    disarm() {
      const came = state.armed !== null && state.armed.writes < 0;
      state.armed = null;
      return came;
    },
    isDead: () => state.db === null,
    file: () => state.file,
    ask: (sql, ...values) =>
      living(state)
        .prepare(sql)
        .all(...values),
  };
}

function watched(state: State, chance: Chance): Connection {
  return {
    get inTransaction() {
      return state.db?.inTransaction ?? false;
    },
    exec: (sql) => step(state, chance, stepOf(sql), (db) => db.exec(sql)),
    pragma: (source) => living(state).pragma(source),
    close: () => void state.db?.close(),
    prepare(sql) {
      const statement = living(state).prepare(sql);
      return {
        run: (...values) => step(state, chance, 'row', () => statement.run(...values)),
        get: (...values) =>
          sql.startsWith('INSERT')
            ? step(state, chance, 'row', () => statement.get(...values))
            : (living(state), statement.get(...values)),
        all: (...values) => (living(state), statement.all(...values)),
      };
    },
  };
}

function living({ db }: State): Connection {
  if (db === null) throw new PowerCut('there is no power');
  return db;
}

function stepOf(sql: string): Step {
  return sql.startsWith('BEGIN') ? 'begin' : sql === 'COMMIT' ? 'commit' : 'other';
}

function step<T>(state: State, chance: Chance, kind: Step, work: (db: Connection) => T): T {
  const db = living(state);
  const { armed } = state;
  if (armed !== null && (armed.fault !== 'torn' || kind === 'commit')) armed.writes -= 1;
  if (armed !== null && armed.writes < 0) fail(state, chance, kind, armed, () => void work(db));
  const result = work(db);
  state.wrote = kind === 'row' || (kind === 'other' && state.wrote);
  return result;
}

/** Returns where the fault does not concern this step. @throws else */
function fail(state: State, chance: Chance, kind: Step, armed: Armed, work: () => void): void {
  const refuse = (code: DiskError['code']): never => {
    armed.left -= 1;
    throw new DiskError(code);
  };
  switch (armed.fault) {
    case 'powerBefore':
      return cut(state);
    case 'powerAfter':
      work();
      return cut(state);
    case 'torn':
      return tear(state, chance, work);
    case 'full':
      return armed.left > 0 && (kind === 'row' || (kind === 'commit' && state.wrote))
        ? refuse('SQLITE_FULL')
        : undefined;
    case 'busy':
      return armed.left > 0 && kind === 'begin' ? refuse('SQLITE_BUSY') : undefined;
  }
}

function cut(state: State): never {
  if (state.db?.inTransaction === true) state.db.exec('ROLLBACK');
  state.db?.close();
  state.db = null;
  throw new PowerCut('the power failed');
}

/** Pages of the log come apart at this size. */
const piece = 512;

/** Of what the commit wrote to the log only some pieces are there. */
function tear(state: State, chance: Chance, commit: () => void): never {
  const log = `${state.file}-wal`;
  const before = existsSync(log) ? readFileSync(log) : Buffer.alloc(0);
  const database = readFileSync(state.file);
  commit();
  const after = readFileSync(log);
  for (let at = 0; at < after.length; at += piece) {
    const stays = before.subarray(at, at + piece);
    if (stays.equals(after.subarray(at, at + piece)) || chance.happens(0.5)) continue;
    after.fill(0, at, Math.min(at + piece, after.length));
    stays.copy(after, at);
  }
  // The dead process may still hold the old file; the next one finds what was left in a file of its own.
  state.file = `${state.file}.torn`;
  writeFileSync(state.file, database);
  writeFileSync(`${state.file}-wal`, after);
  return cut(state);
}
