import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, expect, it } from 'vitest';
import { openConnection, type Connection } from '../../src/store/connection.js';
import { openKey } from '../../src/store/sealing/key.js';
import { examine, examineRows } from '../../src/store/soundness/examine.js';
import type { Finding } from '../../src/store/soundness/finding.js';
import { createStore } from '../../src/store/store.js';
import { specs } from '../../src/store/tables.js';
import { ask } from '../support/branch/ledger.js';
import { playFresh, transcriptsIn } from '../support/transcripts.js';
import { now, prismaFolder, unit } from './scene.js';

const key = '70'.repeat(32);
const folder = mkdtempSync(join(tmpdir(), 'zhibu-sound-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A whole year of a branch: nearly every table has rows. */
const file = join(folder, 'year.db');
const transcripts = await transcriptsIn('tests/transcripts');
await playFresh(transcripts.steps('whole-year.chat'), transcripts, (_, database) => {
  const db = openConnection(database);
  db.prepare('VACUUM INTO ?').run(file);
  db.close();
  return Promise.resolve();
});

let copies = 0;

/** A copy after somebody with write access removed the triggers, did this, and put the triggers back. */
function tampered(...sql: readonly string[]): string {
  copies += 1;
  const copy = join(folder, `${copies}.db`);
  copyFileSync(file, copy);
  const triggers = ask(copy, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
  const db = new Database(copy);
  db.exec('PRAGMA foreign_keys = OFF');
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${String(name)}"`);
  for (const statement of sql) db.exec(statement);
  for (const trigger of triggers) db.exec(String(trigger['sql']));
  db.close();
  return copy;
}

function findingsIn(database: string): readonly Finding[] {
  const db = openConnection(database);
  try {
    return examine(db, openKey(db, database, key).seal, prismaFolder, () => undefined);
  } finally {
    db.close();
    rmSync(database, { force: true });
  }
}

const open = openConnection(tampered());
const { seal } = openKey(open, file, key);
open.exec('PRAGMA foreign_keys = OFF');
for (const { name } of ask(file, "SELECT name FROM sqlite_master WHERE type = 'trigger'"))
  open.exec(`DROP TRIGGER "${String(name)}"`);
afterAll(() => open.close());

/** What is found in the rows after a change that is taken back. */
function rowsAfter(sql: string): readonly Finding[] {
  open.exec('BEGIN');
  open.exec(sql);
  const findings = examineRows(open, seal, () => undefined);
  open.exec('ROLLBACK');
  return findings;
}

function wrongs(...sql: readonly string[]): readonly Finding['wrong'][] {
  return findingsIn(tampered(...sql)).map(({ wrong }) => wrong);
}

const filled = Object.values(specs).filter(
  ({ table }) => Number(ask(file, `SELECT COUNT(*) AS count FROM "${table}"`)[0]?.['count']) > 0,
);

it('an untouched year is sound, and nearly every table has rows', () => {
  const copy = join(folder, 'same.db');
  copyFileSync(file, copy);
  expect(findingsIn(copy)).toEqual([]);
  expect(filled.length).toBeGreaterThan(23);
});

it.each(filled.map(({ table, plain, sealed }) => [table, plain, sealed] as const))(
  '%s: each cell changed and a row removed by another hand are found',
  (table, plain, sealed) => {
    const first = `rowid = (SELECT MIN(rowid) FROM "${table}")`;
    const changes = {
      int: (name: string) => `COALESCE("${name}", 0) + 77`,
      bool: (name: string) => `COALESCE("${name}", 0) + 7`,
      text: (name: string) => `COALESCE("${name}", '') || 'x'`,
      json: (name: string) => `'[' || "${name}" || ']'`,
    };
    for (const { name, kind } of plain)
      expect(
        rowsAfter(`UPDATE "${table}" SET "${name}" = ${changes[kind](name)} WHERE ${first}`),
        name,
      ).not.toEqual([]);
    if (sealed)
      expect(
        rowsAfter(`UPDATE "${table}" SET sealed = CAST(sealed || x'00' AS BLOB) WHERE ${first}`),
        'sealed',
      ).not.toEqual([]);
    expect(rowsAfter(`DELETE FROM "${table}" WHERE ${first}`)).toContainEqual(
      expect.objectContaining({ wrong: 'rows', tables: expect.arrayContaining([table]) as unknown }),
    );
  },
);

it.each([
  [
    'the sealed cells of two rows swapped',
    'sealed',
    `WITH two AS (SELECT rowid AS id, sealed, lead(sealed, 1) OVER (ORDER BY rowid) AS other FROM remark LIMIT 1)
    UPDATE remark SET sealed = (SELECT other FROM two) WHERE rowid = (SELECT id FROM two)`,
  ],
  [
    'a content emptied',
    'content',
    "UPDATE file_content SET sealed = x'' WHERE rowid = (SELECT MIN(rowid) FROM file_content)",
  ],
  [
    'a content removed',
    'content',
    'DELETE FROM file_content WHERE rowid = (SELECT MIN(rowid) FROM file_content)',
  ],
  ['the text of a publication', 'notice', "UPDATE notice SET text = text || '。' WHERE number = 1"],
  ['a publication removed', 'rows', 'DELETE FROM notice WHERE number = 1'],
  ['bytes that are no text', 'text', "UPDATE person SET name = CAST(x'FFFE41' AS TEXT) WHERE id = 1"],
  ["a member's account made the secretary's", 'rows', 'UPDATE account SET person = person + 1'],
  ['who did what', 'log', 'UPDATE audit SET actor = 1 WHERE actor IS NOT NULL'],
  ['a message forgotten', 'log', 'DELETE FROM inbox WHERE rowid = (SELECT MAX(rowid) FROM inbox)'],
  ['the name of the branch', 'branchRow', "UPDATE branch SET name = '别的支部'"],
  ['the version put back', 'branchRow', 'UPDATE branch SET version = version - 1'],
  [
    'the seal taken off',
    'branchRow',
    'UPDATE branch SET row_sum = NULL, table_sums = NULL, log_sum = NULL, row_seal = NULL',
  ],
  ['rows of a branch that is not there', 'stray', "UPDATE office SET branch = 'b9' WHERE id = 1"],
  ['an index dropped', 'schema', 'DROP INDEX person_name_idx'],
  ['a side that is neither bonus nor deduction', 'rows', "UPDATE ledger_entry SET side = 'x' WHERE seq = 1"],
] as const)('found: %s', (_, wrong, sql) => {
  const found = wrong === 'schema' ? wrongs(sql) : rowsAfter(sql).map((finding) => finding.wrong);
  expect(found).toContain(wrong);
});

it('a trigger dropped', () => {
  const copy = join(folder, 'trigger.db');
  copyFileSync(file, copy);
  const db = new Database(copy);
  db.exec('DROP TRIGGER ledger_entry_no_update');
  db.close();
  expect(findingsIn(copy)).toEqual([
    { wrong: 'schema', branch: null, names: ['trigger ledger_entry_no_update'] },
  ]);
});

it.each(['matter', 'outbox', 'audit', 'person', 'ledger_entry', 'branch'])(
  'garbage over the root page of %s is found',
  (table) => {
    const [page] = ask(file, `SELECT rootpage FROM sqlite_master WHERE name = '${table}'`);
    const bytes = readFileSync(file);
    const size = bytes.readUInt16BE(16);
    bytes.fill(0xa5, (Number(page?.['rootpage']) - 1) * size, Number(page?.['rootpage']) * size);
    copies += 1;
    const copy = join(folder, `${copies}.db`);
    writeFileSync(copy, bytes);
    expect(findingsIn(copy).map(({ wrong }) => wrong)).toContain('pages');
  },
);

it('GIVEN a branch that was changed by another hand THEN it is read and takes nothing more', async () => {
  const copy = tampered("UPDATE person SET category = 'retired' WHERE id = 2");
  const db: Connection = openConnection(copy);
  const unsound: string[] = [];
  const store = createStore(db, openKey(db, copy, key).seal, copy, (branch) => unsound.push(branch));
  const { isSound, facts } = store.snapshot('b1');
  expect(isSound).toBe(false);
  expect(facts.all('person').length).toBeGreaterThan(3);
  expect(unsound).toEqual(['b1']);
  await expect(store.commit({ ...unit(store, 'b1', []), at: now })).rejects.toThrow(/another hand/u);
  store.close();
});
