import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store, Unit } from '../../src/app/ports/store/store.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import type { LedgerEntry } from '../../src/domain/points/rows.js';
import type { Person } from '../../src/domain/roster/rows.js';
import { openConnection, type Connection } from '../../src/store/connection.js';
import { openKey } from '../../src/store/sealing/key.js';
import { migrate } from '../../src/store/migrate.js';
import { createStore } from '../../src/store/store.js';
import { root } from '../support/root.js';

export const key = 'ab'.repeat(32);
export const now = '2026-11-23T09:00:00';
export const prismaFolder = join(root, 'prisma');

export function newFile(): { readonly file: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-store-50%20#1?-'));
  return { file: join(folder, 'zhibu.db'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Opened {
  readonly store: Store;
  readonly db: Connection;
}

/** The store as the bot opens it; `wrap` lets a test make one statement fail. */
export function open(file: string, wrap: (db: Connection) => Connection = (db) => db): Opened {
  const db = openConnection(file);
  migrate(db, file, prismaFolder, now);
  const { seal } = openKey(db, file, key);
  return { store: createStore(wrap(db), seal, file), db };
}

export function person(id: number, more: Partial<Person> = {}): Change {
  return put('person', {
    id,
    name: `党员${id}`,
    kind: 'member',
    category: 'office',
    probationary: false,
    group: null,
    exempt: false,
    joinedOn: '2020-01-01',
    partyJoinedOn: null,
    leftOn: null,
    leftHow: null,
    phone: null,
    ...more,
  });
}

/** A ruled matter with its entry: subject 1, proposer 2, ruler 3. */
export function ruled(number: number, seq: number, more: Partial<LedgerEntry> = {}): readonly Change[] {
  return [
    put('matter', {
      number,
      kind: 'bonus',
      state: 'confirmed',
      subject: 1,
      proposer: 2,
      openedAt: now,
      appointments: 0,
      drafted: false,
      item: 8,
      grade: null,
      times: 1,
      points: 3,
      deedOn: '2026-11-20',
      activity: null,
      reason: '公益活动',
    }),
    put('ruling', {
      matter: number,
      ruler: 3,
      decision: 'confirmed',
      at: now,
      meetingOn: null,
      reason: null,
    }),
    entry(number, seq, more),
  ];
}

export function entry(matter: number, seq: number, more: Partial<LedgerEntry> = {}): Change {
  return put('entry', {
    seq,
    member: 1,
    year: 2026,
    deedOn: '2026-11-20',
    item: 8,
    grade: null,
    times: 1,
    side: 'bonus',
    points: 3,
    matter,
    ruler: 3,
    ruledAt: now,
    rulebook: '2018-1',
    reverses: null,
    evidence: [],
    previousHash: '',
    hash: '',
    ...more,
  });
}

let messages = 0;

/** One message's commit on the current snapshot. */
export function unit(
  store: Store,
  branch: string,
  changes: readonly Change[],
  more: Partial<Unit> = {},
): Unit {
  messages += 1;
  return {
    branch,
    version: store.snapshot(branch).version,
    message: { channel: 'test', messageId: `m${messages}` },
    unrecorded: [],
    at: now,
    changes,
    contents: [],
    letters: [],
    audit: { actor: 1, useCase: 'test', ids: [] },
    nextDue: null,
    ...more,
  };
}
