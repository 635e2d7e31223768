import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFile, now, open, ruled, unit, type Opened } from './scene.js';
import { put } from '../../src/domain/branch/rows.js';

const { file, remove } = newFile();
let opened: Opened;

beforeAll(async () => {
  opened = open(file);
  const { store } = opened;
  const branch = await store.createBranch('支部', now);
  await store.commit(unit(store, branch, [...ruled(1, 1), ...ruled(2, 2)]));
  await store.commit(
    unit(store, branch, [
      put('notice', {
        number: 1,
        kind: 'periodic',
        year: 2026,
        period: 3,
        postedAt: now,
        postedBy: null,
        text: '公示',
        hash: '',
        entryCount: 2,
        head: '',
        how: 'group',
      }),
    ]),
  );
});
afterAll(() => {
  opened.store.close();
  remove();
});

const insertEntry = (
  seq: number,
  matter: number,
  ruler: number,
  points: number,
  reverses: string,
  member = 1,
) =>
  `INSERT INTO ledger_entry (branch, seq, member, year, deed_on, item, grade, times, side, points, matter, ruler,
     ruled_at, rulebook, reverses, evidence, previous_hash, hash)
   VALUES ('b1', ${seq}, ${member}, 2026, '2026-11-20', 8, NULL, 1, 'bonus', ${points}, ${matter}, ${ruler},
     '${now}', '2018-1', ${reverses}, '[]', '', '')`;

it.each([
  ['UPDATE ledger_entry SET points = 30', /append-only/u],
  ['DELETE FROM ledger_entry', /append-only/u],
  [
    'INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry WHERE seq = 1',
    /follow the last|append-only/u,
  ],
  ['UPDATE ruling SET ruler = 4', /append-only/u],
  ['DELETE FROM ruling', /append-only/u],
  ["UPDATE notice SET text = ''", /append-only/u],
  ['DELETE FROM notice', /append-only/u],
  ['UPDATE audit SET actor = 2', /append-only/u],
  ['DELETE FROM audit', /append-only/u],
  ['INSERT OR REPLACE INTO ruling SELECT * FROM ruling', /append-only/u],
  ['INSERT OR REPLACE INTO audit SELECT * FROM audit', /append-only/u],
  ['INSERT OR REPLACE INTO notice SELECT * FROM notice', /append-only/u],
  [insertEntry(3, 9, 3, 3, 'NULL'), /no confirming ruling/u],
  [insertEntry(3, 1, 4, 3, 'NULL'), /no confirming ruling/u],
  [insertEntry(3, 1, 3, 3, 'NULL', 3), /nobody rules on himself/u],
  [insertEntry(4, 1, 3, 3, 'NULL'), /follow the last one/u],
  [insertEntry(3, 1, 3, -3, 'NULL'), /sign of points/u],
  [insertEntry(3, 1, 3, -2, '1'), /mirrors one entry/u],
  [
    `INSERT INTO ruling (branch, matter, ruler, decision, at, sealed) VALUES ('b1', 1, 4, 'rejected', '${now}', x'00')`,
    /append-only/u,
  ],
])('the database refuses: %s', (sql, reason) => {
  const before = opened.db.prepare('SELECT COUNT(*), SUM(points) FROM ledger_entry').all();
  expect(() => opened.db.exec(sql)).toThrow(reason);
  expect(opened.db.prepare('SELECT COUNT(*), SUM(points) FROM ledger_entry').all()).toEqual(before);
});

it('the ruler is never subject, proposer or witness', () => {
  const { db } = opened;
  db.exec(
    `INSERT INTO matter (branch, number, kind, state, subject, proposer, opened_at, sealed)
     VALUES ('b1', 3, 'bonus', 'open', 5, 6, '${now}', x'00')`,
  );
  db.exec("INSERT INTO witness (branch, matter, person, named) VALUES ('b1', 3, 7, 0)");
  for (const ruler of [5, 6, 7]) {
    const sql = `INSERT INTO ruling (branch, matter, ruler, decision, at, sealed) VALUES ('b1', 3, ${ruler}, 'confirmed', '${now}', x'00')`;
    expect(() => db.exec(sql)).toThrow(/subject, proposer or witness/u);
  }
});

it('reverses nothing twice', () => {
  const { db } = opened;
  db.exec('BEGIN');
  db.exec(insertEntry(3, 1, 3, -3, '1'));
  expect(() => db.exec(insertEntry(4, 1, 3, -3, '1'))).toThrow(/UNIQUE/u);
  db.exec('ROLLBACK');
});
