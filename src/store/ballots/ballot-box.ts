import { basename, dirname } from 'node:path';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { writeFileSync, writeSync } from 'node:fs';
import type { Ballots, BallotStep, OpenedBallots } from '../../app/ports/store/ballots.js';
import type { Ballot } from '../../domain/appraisal/ballots.js';
import type { Appraisal } from '../../domain/appraisal/rows.js';
import { ballotId, ballotKeys, openBallot, publicHalf, sealBallot } from './ballots.js';
import { isBusy } from '../refusals.js';
import { bytesOf, intOf, type Connection } from '../connection.js';

/** The table of ballots and the key files beside the database. */
export interface BallotBox {
  of(branch: string): Ballots;
  /** Runs inside a message's transaction and so under the file lock: no other process makes a key meanwhile. */
  apply(branch: string, step: BallotStep): void;
  /** The transaction failed: remove a key made for it. */
  undo(branch: string, step: BallotStep): void;
  /** Outside a transaction: see `Store.tidyBallots`. */
  tidy(): boolean;
}

/**
 * PostgreSQL says of each row in which transaction and in which order it was written, which would join a ballot to its
 * voter's message. With each ballot all others are written again, in the order of their random ids.
 */
const asOne = `WITH taken AS (DELETE FROM ballot WHERE branch = ? RETURNING branch, id, sealed)
  INSERT INTO ballot (branch, id, sealed) SELECT branch, id, sealed FROM taken ORDER BY id`;

export function createBallotBox(db: Connection, databaseFile: string): BallotBox {
  const insert = db.prepare('INSERT INTO ballot (branch, id, sealed) VALUES (?, ?, ?)');
  const shuffle = db.isServer === true ? db.prepare(asOne) : undefined;
  const empty = db.prepare('DELETE FROM ballot WHERE branch = ?');
  const all = db.prepare('SELECT sealed FROM ballot WHERE branch = ?');
  const fileOf = (branch: string, year: number) => `${databaseFile}.ballot-${branch}-${year}.key`;
  /** A process first looks for what a crash may have left. */
  let untidy = true;

  const keyOf = (branch: string, { year, publicKey }: Appraisal): string | undefined => {
    const privateKey = readKey(fileOf(branch, year));
    return privateKey !== undefined && publicHalf(privateKey) === publicKey ? privateKey : undefined;
  };

  const open = (branch: string, appraisal: Appraisal): OpenedBallots => {
    const { year } = appraisal;
    const privateKey = keyOf(branch, appraisal);
    if (privateKey === undefined) return { kind: 'keyLost', file: basename(fileOf(branch, year)) };
    const found = all
      .all(branch)
      .map((row) => openBallot(privateKey, boundTo(branch, year), bytesOf(row['sealed'])));
    const ballots = found.filter((ballot): ballot is Ballot => ballot !== undefined);
    return { kind: 'opened', ballots, spoiled: found.length - ballots.length };
  };

  return {
    of: (branch) => ({
      keys: ballotKeys,
      seal: ({ publicKey, year }, ballot) => sealBallot(publicKey, boundTo(branch, year), ballot),
      open: (appraisal) => open(branch, appraisal),
      hasKey: (appraisal) => keyOf(branch, appraisal) !== undefined,
    }),
    apply(branch, step) {
      switch (step.step) {
        case 'begin':
          empty.run(branch);
          writeKey(fileOf(branch, step.year), step.privateKey);
          return;
        case 'cast':
          insert.run(branch, ballotId(), step.sealed);
          shuffle?.run(branch);
          return;
        case 'end':
          empty.run(branch);
          untidy = true;
          return;
      }
    },
    undo(branch, step) {
      if (step.step !== 'begin') return;
      const file = fileOf(branch, step.year);
      if (readKey(file) === step.privateKey) destroy(file);
    },
    tidy() {
      if (untidy) untidy = !tidy(db, databaseFile);
      return !untidy;
    },
  };
}

function boundTo(branch: string, year: number): string {
  return `${branch} ${year}`;
}

/**
 * A key file beside a closed appraisal means that its ballots are deleted but may still be readable: SQLite leaves
 * deleted rows in the WAL and in pages that no checkpoint has reached. So we write back and truncate the WAL, rebuild
 * the file, and only then destroy the key. False: somebody else holds the file; try again later.
 */
function tidy(db: Connection, databaseFile: string): boolean {
  const stray = 'FROM ballot WHERE branch NOT IN (SELECT branch FROM appraisal WHERE state = ?)';
  const strays = intOf(db.prepare(`SELECT COUNT(*) AS count ${stray}`).get('open') ?? {}, 'count');
  const isClosed = db.prepare('SELECT 1 AS found FROM appraisal WHERE branch = ? AND year = ? AND state = ?');
  const closed = keyFiles(databaseFile).filter(
    ({ branch, year }) => isClosed.get(branch, year, 'closed') !== undefined,
  );
  if (strays === 0 && closed.length === 0) return true;
  try {
    if (strays > 0) db.prepare(`DELETE ${stray}`).run('open');
    if (!wipe(db)) return false;
    // Under the lock: another process may just be starting a new ballot whose key has the same name.
    db.exec('BEGIN EXCLUSIVE');
    try {
      for (const { file, branch, year } of closed)
        if (isClosed.get(branch, year, 'closed') !== undefined) destroy(file);
    } finally {
      db.exec('COMMIT');
    }
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/** What was deleted leaves the database's files; false while somebody else holds them. */
function wipe(db: Connection): boolean {
  if (db.isServer === true) {
    db.exec('VACUUM FULL ballot');
    return true;
  }
  if (!writeBack(db)) return false;
  db.exec('VACUUM');
  return writeBack(db);
}

/** Copies the WAL into the file and truncates it; false while another process still reads it. */
function writeBack(db: Connection): boolean {
  const row = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  return row !== undefined && intOf(row, 'busy') === 0;
}

const keyName = /^\.ballot-(.+)-(\d{4})\.key$/u;

/** Each belongs to a ballot that is under way, or is not yet wiped. */
export function keyFiles(databaseFile: string) {
  const base = basename(databaseFile);
  const folder = dirname(databaseFile);
  return readdirSync(folder).flatMap((name) => {
    const match = name.startsWith(base) ? keyName.exec(name.slice(base.length)) : null;
    return match === null
      ? []
      : [{ file: `${folder}/${name}`, branch: match[1] ?? '', year: Number(match[2]) }];
  });
}

function readKey(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const hex = readFileSync(file, 'utf8').trim();
  return /^[0-9a-f]{64}$/u.test(hex) ? hex : undefined;
}

/** Sync file and folder before any ballot is sealed with the key. */
function writeKey(file: string, hex: string): void {
  if (existsSync(file)) destroy(file);
  writeFileSync(file, `${hex}\n`, { mode: 0o600, flag: 'wx', flush: true });
  syncFolder(file);
}

/** Overwrite first: a deleted file may still be readable on the disk. */
function destroy(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, Buffer.alloc(65, '0'), 0, 65, 0);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(file);
  syncFolder(file);
}

function syncFolder(file: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dirname(file), 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
