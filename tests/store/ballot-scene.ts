import { existsSync, readFileSync } from 'node:fs';
import type { Store } from '../../src/app/ports/store/store.js';
import type { Appraisal } from '../../src/domain/appraisal/rows.js';
import type { Ballot } from '../../src/domain/appraisal/ballots.js';
import { put } from '../../src/domain/branch/rows.js';
import { type Connection } from '../../src/store/connection.js';
import { ask } from '../support/branch/ledger.js';
import { newFile, now, open, person, unit } from './scene.js';

export const year = 2026;

export function appraisal(publicKey: string, more: Partial<Appraisal> = {}): Appraisal {
  return {
    year,
    state: 'open',
    openedBy: 1,
    openedAt: now,
    closedBy: null,
    closedAt: null,
    publicKey,
    round: 1,
    results: [],
    ...more,
  };
}

export async function begin(store: Store, branch: string): Promise<Appraisal> {
  const { publicKey, privateKey } = store.ballots(branch).keys();
  const row = appraisal(publicKey);
  const ballots = { step: 'begin' as const, year, privateKey };
  await store.commit(unit(store, branch, [put('appraisal', row)], { ballots }));
  return row;
}

export function cast(store: Store, branch: string, row: Appraisal, voter: number, ballot: Ballot) {
  const mark = put('appraisalVoter', { year, round: row.round, voter, person: ballot.person });
  const sealed = store.ballots(branch).seal(row, ballot);
  return store.commit(unit(store, branch, [mark], { ballots: { step: 'cast', sealed } }));
}

export function end(store: Store, branch: string, row: Appraisal) {
  const closed = put('appraisal', { ...row, state: 'closed', closedBy: 1, closedAt: now });
  return store.commit(unit(store, branch, [closed], { ballots: { step: 'end', year } }));
}

export const keyFile = (file: string, branch: string) => `${file}.ballot-${branch}-${year}.key`;
/** All bytes of the database file and its WAL. */
export const raw = (file: string) =>
  Buffer.concat([file, `${file}-wal`].filter((path) => existsSync(path)).map((path) => readFileSync(path)));
export const sealedRows = (file: string) =>
  ask(file, 'SELECT sealed FROM ballot').map((row) => Buffer.from(row['sealed'] as ArrayBuffer));

export async function scene(wrap?: (db: Connection) => Connection) {
  const { file, remove } = newFile();
  const { store, db } = wrap === undefined ? open(file) : open(file, wrap);
  const branch = await store.createBranch('支部', now);
  await store.commit(unit(store, branch, [person(1), person(2), person(3), person(4)]));
  return { file, remove, store, db, branch };
}

/** The connection, with a hook before each script. */
export function guarded(db: Connection, before: (sql: string) => void): Connection {
  return {
    get inTransaction() {
      return db.inTransaction;
    },
    prepare: (sql) => db.prepare(sql),
    exec: (sql) => {
      before(sql);
      return db.exec(sql);
    },
    pragma: (source) => db.pragma(source),
    close: () => db.close(),
  };
}
