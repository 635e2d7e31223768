import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Connection } from '../../src/store/connection.js';
import { root } from '../support/root.js';
import { ask } from '../support/branch/ledger.js';
import { newFile, now, open, person, ruled, unit } from './scene.js';
import { storeSuite } from './suite.js';

storeSuite('SQLite', () => {
  const { file, remove } = newFile();
  return { open: () => open(file).store, ask: (sql) => ask(file, sql), remove };
});

/** Commits in a WAL: frames whose header gives the size of the database after the commit (SQLite, file format §4.1). */
function commitsInWal(file: string): number {
  const wal = readFileSync(`${file}-wal`);
  const frame = 24 + wal.readUInt32BE(8);
  const salt = wal.subarray(16, 24);
  let commits = 0;
  for (let at = 32; at + frame <= wal.length; at += frame) {
    const isOurs = wal.subarray(at + 8, at + 16).equals(salt);
    if (isOurs && wal.readUInt32BE(at + 4) > 0) commits += 1;
  }
  return commits;
}

function holdLock(file: string, milliseconds: number) {
  const child = fork(join(root, 'tests/support/processes/hold-lock.mjs'), [file, String(milliseconds)]);
  const held = new Promise<void>((resolve) => child.once('message', () => resolve()));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { held, gone };
}

describe('the file', () => {
  it('writes what is in flight in many branches with one durable commit', async () => {
    const { file, remove } = newFile();
    const { store, db } = open(file);
    const branches: string[] = [];
    for (let index = 0; index < 32; index += 1) branches.push(await store.createBranch(`支部${index}`, now));
    db.pragma('wal_checkpoint(TRUNCATE)');
    await Promise.all(branches.map((branch) => store.commit(unit(store, branch, [person(1)]))));
    expect(commitsInWal(file)).toBe(1);
    await Promise.all(branches.map((branch) => store.commit(unit(store, branch, [person(2)]))));
    expect(commitsInWal(file)).toBe(2);
    expect(ask(file, 'SELECT COUNT(*) AS count FROM person')).toEqual([{ count: 64 }]);
    store.close();
    remove();
  });

  it('waits for the lock of another process without holding up the event loop', async () => {
    const { file, remove } = newFile();
    const { store } = open(file);
    const branch = await store.createBranch('支部', now);
    const lock = holdLock(file, 300);
    await lock.held;
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    const done = await store.commit(unit(store, branch, [person(1)]));
    clearInterval(timer);
    expect(done.kind).toBe('committed');
    expect(ticks).toBeGreaterThan(1);
    await lock.gone;
    store.close();
    remove();
  });

  it('gives up in the end, with nothing written, and goes on afterwards', async () => {
    const { file, remove } = newFile();
    const { store } = open(file);
    const branch = await store.createBranch('支部', now);
    const lock = holdLock(file, 6_500);
    await lock.held;
    await expect(store.commit(unit(store, branch, [person(1)]))).rejects.toThrow(/locked/u);
    await lock.gone;
    expect(ask(file, 'SELECT COUNT(*) AS count FROM person')).toEqual([{ count: 0 }]);
    expect((await store.commit(unit(store, branch, [person(1)]))).kind).toBe('committed');
    store.close();
    remove();
  });

  it('discards a whole batch whose COMMIT failed', async () => {
    const { file, remove } = newFile();
    let broken = false;
    const wrap = (db: Connection): Connection => ({
      get inTransaction() {
        return db.inTransaction;
      },
      prepare: (sql) => db.prepare(sql),
      pragma: (source) => db.pragma(source),
      close: () => db.close(),
      exec(sql) {
        if (broken && sql === 'COMMIT') throw new Error('disk I/O error');
        return db.exec(sql);
      },
    });
    const { store } = open(file, wrap);
    const one = await store.createBranch('一', now);
    const two = await store.createBranch('二', now);
    const units = [unit(store, one, [person(1)]), unit(store, two, ruled(1, 1))];
    broken = true;
    const outcomes = await Promise.allSettled(units.map((each) => store.commit(each)));
    broken = false;
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(ask(file, 'SELECT COUNT(*) AS count FROM inbox')).toEqual([{ count: 0 }]);
    expect(store.snapshot(one)).toMatchObject({ version: 0 });
    expect(store.snapshot(two).facts.branch.entryCount).toBe(0);
    const again = await Promise.all(units.map((each) => store.commit(each)));
    expect(again.map(({ kind }) => kind)).toEqual(['committed', 'committed']);
    store.close();
    remove();
  });

  it('forgets branches unused for long, and reads them again as they are', async () => {
    const { file, remove } = newFile();
    const { store } = open(file);
    const branches: string[] = [];
    for (let index = 0; index < 210; index += 1) branches.push(await store.createBranch(`支部${index}`, now));
    await Promise.all(
      branches.map((branch, index) => store.commit(unit(store, branch, [person(1, { name: `张${index}` })]))),
    );
    const names = branches.map((branch) => store.snapshot(branch).facts.get('person', 1)?.name);
    expect(names).toEqual(branches.map((_, index) => `张${index}`));
    store.close();
    remove();
  });
});
