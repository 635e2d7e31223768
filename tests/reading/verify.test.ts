import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import Database from 'libsql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KnownHead } from '../../src/app/ports/reading.js';
import { reportOf, run } from '../../src/cli/verify.js';
import { put } from '../../src/domain/branch/rows.js';
import { openPrisma } from '../../src/reading/prisma.js';
import { verifyLedger } from '../../src/reading/verify-ledger.js';
import { createSeal } from '../../src/store/sealing/seal.js';
import { call } from '../support/processes/command-line.js';
import { ask } from '../support/branch/ledger.js';
import { playFresh, transcriptsIn } from '../support/transcripts.js';
import { key, newFile, now, open, person, ruled, unit } from '../store/scene.js';

const seal = createSeal(Buffer.from(key, 'hex'));
const { file, remove } = newFile();
let branch = '';
let head = '';
let copies = 0;

/** Three entries; a notice was published after the second. */
beforeAll(async () => {
  const { store, db } = open(file);
  branch = await store.createBranch('第一党支部', now);
  const witness = put('witness', { matter: 1, person: 5, named: true, confirmedAt: now });
  await store.commit(unit(store, branch, [person(1), witness, ...ruled(1, 1, { evidence: ['witness:5'] })]));
  await store.commit(unit(store, branch, ruled(2, 2)));
  const at = store.snapshot(branch).facts.branch;
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
        hash: seal.sign('notice', '公示'),
        entryCount: at.entryCount,
        head: at.head,
        how: 'group',
      }),
    ]),
  );
  await store.commit(unit(store, branch, ruled(3, 3)));
  head = store.snapshot(branch).facts.branch.head;
  db.pragma('wal_checkpoint(TRUNCATE)');
  store.close();
});
afterAll(() => remove());

/** A copy of the file after somebody with write access removed the triggers and did this. */
function tampered(sql: string): string {
  copies += 1;
  const copy = `${file}.${copies}`;
  copyFileSync(file, copy);
  const db = new Database(copy);
  for (const { name } of ask(copy, "SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    db.exec(`DROP TRIGGER "${String(name)}"`);
  db.exec(sql);
  db.close();
  return copy;
}

/** The command line, which starts a thread to read in. */
async function verify(database: string, ...words: string[]) {
  const { code, out, err } = await call(run, { database, key }, ...words);
  return { code, text: out + err };
}

/** The same work, in this process. */
async function found(database: string, known: KnownHead | null = null): Promise<string> {
  const sign = (text: string) => seal.sign('chain', text);
  const client = await openPrisma(database);
  return reportOf(
    await verifyLedger(
      client,
      sign,
      branch,
      known === null ? [] : [{ ...known, by: 'given' }],
      () => undefined,
    ),
  );
}

it('an untouched ledger is sound', async () => {
  const { code, text } = await verify(file, '--count', '3', '--head', head);
  expect(text).toContain(`第一党支部：完好。3 条分录，合计 9 分，公示 1 次，末位校验码 ${head}`);
  expect(code).toBe(0);
});

const insert = `INSERT INTO ledger_entry SELECT branch, 4, member, year, deed_on, item, grade, times, side, points, 3, ruler,
  ruled_at, rulebook, reverses, evidence, hash, hash FROM ledger_entry WHERE seq = 3;`;
const cut = (last: number) => `DELETE FROM ledger_entry WHERE seq > ${last};
  UPDATE branch SET entry_count = ${last}, head = (SELECT hash FROM ledger_entry WHERE seq = ${last});`;

it.each([
  ['changed points', 'UPDATE ledger_entry SET points = 30 WHERE seq = 2', '第2条分录与登记时不符'],
  ['another member', 'UPDATE ledger_entry SET member = 2 WHERE seq = 3', '第3条分录与登记时不符'],
  ['removed in the middle', 'DELETE FROM ledger_entry WHERE seq = 2', '第2条分录不见了'],
  [
    'removed and renumbered',
    'DELETE FROM ledger_entry WHERE seq = 2; UPDATE ledger_entry SET seq = 2 WHERE seq = 3',
    '第2条分录与登记时不符',
  ],
  ['inserted', `${insert} UPDATE branch SET entry_count = 4`, '第4条分录与登记时不符'],
  ['cut off without touching the branch', 'DELETE FROM ledger_entry WHERE seq = 3', '支部记录应有 3 条分录'],
  ['cut off before the notice', cut(1), '公示时记下的第 2 条'],
  ['ruling removed', 'DELETE FROM ruling WHERE matter = 2', '第2条分录找不到认定'],
  ['witness removed', 'DELETE FROM witness', '第1条分录的证明 witness:5 不见了'],
])('finds: %s', async (_, sql, reason) => {
  const text = await found(tampered(sql));
  expect(text).toContain('有问题！');
  expect(text).toContain(reason);
});

it('cut off after the last notice: found by the head that somebody wrote down', async () => {
  const copy = tampered(cut(2));
  expect(await found(copy)).toContain('完好');
  // As much of it as a publication prints.
  const { code, text } = await verify(copy, '--count', '3', '--head', head.slice(0, 12));
  expect(text).toContain('您给出的条数或校验码在账上找不到');
  expect(code).toBe(1);
});

it.each([
  [['--count', 'x'], '--count 应为整数'],
  [['--head', 'abc'], '12至64位十六进制数'],
  [['--branch', '没有的支部'], '没有支部“没有的支部”'],
])('bad words %j', async (words, reason) => {
  const { code, text } = await verify(file, ...words);
  expect(text).toContain(reason);
  expect(code).toBe(1);
});

it('GIVEN a quarter with corrections, late leave and every kind of proof THEN its ledger is found sound', async () => {
  const transcripts = await transcriptsIn('tests/transcripts');
  for (const name of ['quarter', 'rulings-grades', 'attendance-late-leave'])
    await playFresh(transcripts.steps(`${name}.chat`), transcripts, async (_, database) => {
      const { code, out } = await call(run, { database, key: '70'.repeat(32) });
      expect(out, name).toContain('完好');
      expect(code, name).toBe(0);
    });
});

/** Another thread that holds the file against readers too, as whoever closes it last does. */
function holderOf(path: string): Worker {
  return new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
    const db = new (require('libsql'))(workerData);
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec("UPDATE meta SET value = value WHERE key = 'canary'");
    parentPort.postMessage('held');
    setTimeout(() => db.close(), 200);`,
    { eval: true, workerData: path },
  );
}

it('GIVEN a closing bot holds the file for a moment WHEN it is verified meanwhile THEN the answer waits', async () => {
  const copy = `${file}.held`;
  copyFileSync(file, copy);
  const holder = holderOf(copy);
  await once(holder, 'message');
  const prisma = await openPrisma(copy);
  const { faults } = await verifyLedger(
    prisma,
    (text) => seal.sign('chain', text),
    branch,
    [],
    () => undefined,
  );
  expect(faults).toEqual([]);
  await prisma.$disconnect();
  await holder.terminate();
});
