import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openConnection } from '../../src/store/connection.js';
import { ask } from '../support/branch/ledger.js';
import { open } from './scene.js';
import { begin, cast, end, guarded, keyFile, raw, scene, sealedRows } from './ballot-scene.js';

it('after the end no byte of a ballot is in file or WAL, the WAL is empty and the key gone', async () => {
  const { file, remove, store, branch } = await scene();
  const row = await begin(store, branch);
  for (let voter = 1; voter <= 60; voter += 1)
    await cast(store, branch, row, voter, { person: 1 + (voter % 4), tier: 'unqualified' });
  const seen = sealedRows(file);
  expect(seen).toHaveLength(60);
  expect(seen.every((bytes) => raw(file).includes(bytes))).toBe(true);
  expect(store.ballots(branch).open(row)).toMatchObject({ kind: 'opened', spoiled: 0 });
  await end(store, branch, row);
  expect(readFileSync(`${file}-wal`)).toHaveLength(0);
  const left = raw(file);
  for (const bytes of seen) {
    expect(left.includes(bytes)).toBe(false);
    // Nor a piece of one, as a split page would keep it.
    for (let at = 0; at + 16 <= bytes.length; at += 16)
      expect(left.includes(bytes.subarray(at, at + 16))).toBe(false);
  }
  expect(ask(file, 'SELECT COUNT(*) AS count FROM ballot')).toEqual([{ count: 0 }]);
  expect(ask(file, 'SELECT COUNT(*) AS count FROM appraisal_voter')).toEqual([{ count: 60 }]);
  expect(existsSync(keyFile(file, branch))).toBe(false);
  store.close();
  remove();
});

it('killed between COMMIT and the wiping: the next start finishes it', async () => {
  // This process never rebuilds the file, as if it were killed.
  const { file, remove, store, branch } = await scene((db) =>
    guarded(db, (sql) => {
      if (sql === 'VACUUM') throw new Error('killed');
    }),
  );
  const row = await begin(store, branch);
  await cast(store, branch, row, 1, { person: 2, tier: 'outstanding' });
  const [ballot = Buffer.alloc(0)] = sealedRows(file);
  expect((await end(store, branch, row)).kind).toBe('committed');
  expect(existsSync(keyFile(file, branch))).toBe(true);
  const next = open(file);
  expect(next.store.tidyBallots()).toBe(true);
  expect(existsSync(keyFile(file, branch))).toBe(false);
  expect(raw(file).includes(ballot)).toBe(false);
  next.store.close();
  store.close();
  remove();
});

it('a reader that still holds the WAL delays the wiping, and the key stays until then', async () => {
  const { file, remove, store, branch } = await scene();
  const row = await begin(store, branch);
  await cast(store, branch, row, 1, { person: 2, tier: 'outstanding' });
  const reader = openConnection(file);
  reader.exec('BEGIN');
  reader.prepare('SELECT COUNT(*) AS count FROM ballot').get();
  expect((await end(store, branch, row)).kind).toBe('committed');
  expect(store.tidyBallots()).toBe(false);
  expect(existsSync(keyFile(file, branch))).toBe(true);
  reader.exec('COMMIT');
  reader.close();
  expect(store.tidyBallots()).toBe(true);
  expect(existsSync(keyFile(file, branch))).toBe(false);
  store.close();
  remove();
});
