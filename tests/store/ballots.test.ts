import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { ballotKeys, publicHalf, sealBallot } from '../../src/store/ballots/ballots.js';
import { openConnection } from '../../src/store/connection.js';
import { migrate } from '../../src/store/migrate.js';
import { ask } from '../support/branch/ledger.js';
import { newFile, now, open, person, prismaFolder, unit } from './scene.js';
import { begin, cast, end, guarded, keyFile, raw, scene, sealedRows, year } from './ballot-scene.js';

it('the table holds nothing but branch, random id and ciphertext, and has no rowid', async () => {
  const { file, remove, store } = await scene();
  const columns = ask(file, 'PRAGMA table_info(ballot)').map(({ name }) => name);
  expect(columns).toEqual(['branch', 'id', 'sealed']);
  expect(() => ask(file, 'SELECT rowid FROM ballot')).toThrow(/no such column: rowid/u);
  store.close();
  remove();
});

it('the migration says WITHOUT ROWID, which Prisma would leave out', () => {
  const { file, remove } = newFile();
  const db = openConnection(file);
  migrate(db, file, prismaFolder, now);
  const [row] = db.prepare("SELECT sql FROM sqlite_master WHERE name = 'ballot'").all();
  expect(String(row?.['sql'])).toMatch(/WITHOUT ROWID$/u);
  db.close();
  remove();
});

it('the private half is in a file for its owner alone, never in the database or its WAL', async () => {
  const { file, remove, store, branch } = await scene();
  const row = await begin(store, branch);
  const path = keyFile(file, branch);
  const privateKey = readFileSync(path, 'utf8').trim();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(publicHalf(privateKey)).toBe(row.publicKey);
  await cast(store, branch, row, 1, { person: 2, tier: 'outstanding' });
  const content = raw(file);
  // The public half is there: the search works.
  expect(content.includes(row.publicKey)).toBe(true);
  expect(content.includes(privateKey)).toBe(false);
  expect(content.includes(Buffer.from(privateKey, 'hex'))).toBe(false);
  store.close();
  remove();
});

it('ballots lie in the order of their random ids, whatever the order of voting', async () => {
  const { file, remove, store, db, branch } = await scene();
  const row = await begin(store, branch);
  const cameIn: string[] = [];
  for (let voter = 1; voter <= 12; voter += 1) {
    const known = new Set(sealedRows(file).map((bytes) => bytes.toString('hex')));
    await cast(store, branch, row, voter, { person: 20, tier: 'qualified' });
    cameIn.push(
      ...sealedRows(file)
        .map((bytes) => bytes.toString('hex'))
        .filter((hex) => !known.has(hex)),
    );
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  const stored = sealedRows(file).map((bytes) => bytes.toString('hex'));
  expect(new Set(stored)).toEqual(new Set(cameIn));
  // Fails by accident once in 12! runs.
  expect(stored).not.toEqual(cameIn);
  const ids = ask(file, 'SELECT hex(id) AS id FROM ballot').map(({ id }) => String(id));
  expect(ids).toEqual([...ids].sort());
  store.close();
  remove();
});

it('a key whose transaction fails is removed; one that another process made stays', async () => {
  let failing = false;
  const { file, remove, store, branch } = await scene((db) =>
    guarded(db, (sql) => {
      if (failing && sql === 'COMMIT') throw new Error('disk full');
    }),
  );
  failing = true;
  await expect(begin(store, branch)).rejects.toThrow(/disk full/u);
  expect(readdirSync(dirname(file)).filter((name) => name.includes('ballot'))).toEqual([]);
  failing = false;
  const stale = unit(store, branch, [], {
    ballots: { step: 'begin', year, privateKey: ballotKeys().privateKey },
  });
  const row = await begin(store, branch);
  expect((await store.commit(stale)).kind).toBe('stale');
  expect(publicHalf(readFileSync(keyFile(file, branch), 'utf8').trim())).toBe(row.publicKey);
  store.close();
  remove();
});

it('a lost or foreign key file is said to be lost; ballots of somebody else are spoiled, not counted', async () => {
  const { file, remove, store, branch } = await scene();
  const row = await begin(store, branch);
  await cast(store, branch, row, 1, { person: 2, tier: 'qualified' });
  const box = store.ballots(branch);
  const forged = sealBallot(ballotKeys().publicKey, `${branch} ${year}`, { person: 2, tier: 'qualified' });
  await store.commit(unit(store, branch, [], { ballots: { step: 'cast', sealed: forged } }));
  expect(box.open(row)).toEqual({
    kind: 'opened',
    ballots: [{ person: 2, tier: 'qualified' }],
    spoiled: 1,
  });
  writeFileSync(keyFile(file, branch), `${ballotKeys().privateKey}\n`);
  expect(box.open(row).kind).toBe('keyLost');
  rmSync(keyFile(file, branch));
  expect(box.open(row).kind).toBe('keyLost');
  store.close();
  remove();
});

it('two processes on one file: what one cast the other counts, and its end wipes for both', async () => {
  const { file, remove, store, branch } = await scene();
  const other = open(file);
  const row = await begin(store, branch);
  await cast(other.store, branch, row, 1, { person: 2, tier: 'outstanding' });
  await cast(store, branch, row, 3, { person: 2, tier: 'qualified' });
  const ballots = sealedRows(file);
  const opened = other.store.ballots(branch).open(row);
  expect(opened.kind === 'opened' && opened.ballots.length).toBe(2);
  await end(other.store, branch, row);
  expect(existsSync(keyFile(file, branch))).toBe(false);
  for (const bytes of ballots) expect(raw(file).includes(bytes)).toBe(false);
  // The first goes on with statements prepared before the rebuild.
  expect((await store.commit(unit(store, branch, [person(9)]))).kind).toBe('committed');
  other.store.close();
  store.close();
  remove();
});
