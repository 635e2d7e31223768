import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, expect, it } from 'vitest';
import { openConnection, type Connection } from '../../src/store/connection.js';
import { openKey } from '../../src/store/sealing/key.js';
import { createStore } from '../../src/store/store.js';
import { run } from '../../src/cli/verify.js';
import { ask } from '../support/branch/ledger.js';
import { call } from '../support/processes/command-line.js';
import { now, unit } from './scene.js';
import { findingsIn, key, openYear, type Table } from './tampered.js';

const year = await openYear();
afterAll(year.close);
const { file, filled, keys, rowsAfter, tampered } = year;
const named = (table: string, rowKey: string | undefined, wrong?: string): unknown =>
  expect.objectContaining({ table, key: rowKey, ...(wrong === undefined ? {} : { wrong }) });

it('an untouched year is sound, and nearly every table has rows', () => {
  const copy = join(year.folder, 'same.db');
  copyFileSync(file, copy);
  expect(findingsIn(copy)).toEqual([]);
  expect(filled.length).toBeGreaterThan(25);
});

const changes = {
  int: (name: string) => `COALESCE("${name}", 0) + 77777`,
  bool: (name: string) => `COALESCE("${name}", 0) + 7`,
  text: (name: string) => `COALESCE("${name}", '') || 'x'`,
  json: (name: string) => `'[' || "${name}" || ']'`,
};
const first = (table: string) => `rowid = (SELECT MIN(rowid) FROM "${table}")`;
/** The rowid as the file has it. */
const place = (table: string, at: number) =>
  String(ask(file, `SELECT rowid AS at FROM "${table}" ORDER BY rowid LIMIT 1 OFFSET ${at}`)[0]?.['at']);
const each = (tables: readonly Table[]) => tables.map((table) => [table.table, table] as const);

/** So few rows at once that each is named, also when its key is changed. */
const atOnce = 4;

it.each(each(filled))(
  '%s: a change of each cell by another hand is found, and the row named',
  (table, spec) => {
    const rows = keys(spec).slice(0, atOnce);
    for (let from = 0; from < spec.plain.length; from += rows.length) {
      // One cell of each row.
      const cells = spec.plain.slice(from, from + rows.length);
      const found = rowsAfter(
        ...cells.map(
          ({ name, kind }, at) =>
            `UPDATE "${table}" SET "${name}" = ${changes[kind](name)} WHERE rowid = ${place(table, at)}`,
        ),
      );
      for (const [at, { name }] of cells.entries())
        expect(found, name).toContainEqual(named(table, rows[at]));
    }
    const moved = `UPDATE "${table}" SET sealed = CAST(sealed || x'00' AS BLOB) WHERE ${first(table)}`;
    if (spec.sealed) expect(rowsAfter(moved)).toContainEqual(named(table, rows[0], 'sealed'));
  },
);

it.each(each(filled))('%s: a row removed and a row added are named', (table, spec) => {
  const [row] = keys(spec);
  expect(rowsAfter(`DELETE FROM "${table}" WHERE ${first(table)}`)).toContainEqual(
    named(table, row, 'removed'),
  );
  const last = spec.key.at(-1) ?? '';
  const isNumber = spec.plain.some(({ name, kind }) => name === last && kind === 'int');
  const added = rowsAfter(
    `CREATE TEMP TABLE more AS SELECT * FROM "${table}" WHERE ${first(table)}`,
    `UPDATE more SET "${last}" = ${isNumber ? 7777 : `"${last}" || 'x'`}`,
    ...(table === 'ledger_entry' ? ['UPDATE more SET reverses = NULL'] : []),
    `INSERT INTO "${table}" SELECT * FROM more`,
  );
  const place = [
    ...(row ?? '').split('/').slice(0, -1),
    isNumber ? '7777' : `${(row ?? '').split('/').at(-1) ?? ''}x`,
  ];
  expect(added).toContainEqual(named(table, place.join('/'), spec.sealed ? 'sealed' : 'added'));
});

it.each(each(filled.filter(({ table }) => year.count(table) > 1)))(
  '%s: what two rows say, and what is sealed in them, swapped: both are named',
  (table, spec) => {
    const all = keys(spec);
    const both = [all[0], all.at(-1)];
    const swap = (columns: readonly string[]) => [
      `CREATE TEMP TABLE pair AS SELECT rowid AS at, * FROM "${table}" WHERE rowid IN (
        SELECT MIN(rowid) FROM "${table}" UNION SELECT MAX(rowid) FROM "${table}")`,
      ...columns.map(
        (
          column,
        ) => `UPDATE "${table}" SET "${column}" = (SELECT "${column}" FROM pair WHERE at <> "${table}".rowid)
        WHERE rowid IN (SELECT at FROM pair)`,
      ),
    ];
    const said = spec.plain
      .map(({ name }) => name)
      .filter((name) => !spec.key.includes(name) && name !== 'reverses');
    const [one, other] = ask(
      file,
      `SELECT ${['1', ...said.map((name) => `"${name}"`)].join()} FROM "${table}" WHERE rowid IN (
        (SELECT MIN(rowid) FROM "${table}"), (SELECT MAX(rowid) FROM "${table}")) ORDER BY rowid`,
    );
    const differs = JSON.stringify(one) !== JSON.stringify(other);
    for (const row of differs ? both : []) expect(rowsAfter(...swap(said))).toContainEqual(named(table, row));
    for (const row of spec.sealed ? both : [])
      expect(rowsAfter(...swap(['sealed']))).toContainEqual(named(table, row, 'sealed'));
  },
);

it.each([
  ...filled.flatMap(({ table, plain, key: columns }) => {
    const column = plain.find(({ name, kind }) => kind === 'text' && !columns.includes(name))?.name;
    return column === undefined ? [] : [[table, column] as const];
  }),
  ['outbox', 'chat'] as const,
])('%s.%s: bytes that are no text are found, and a start reads on', (table, column) => {
  const sql = `UPDATE "${table}" SET "${column}" = CAST(x'FFFE41' AS TEXT) WHERE ${first(table)}`;
  const [row] = keys(
    filled.find((one) => one.table === table) ?? { table, key: ['id'], plain: [], sealed: true },
  );
  expect(rowsAfter(sql)).toContainEqual(named(table, row, 'text'));
});

it.each([
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
  ['two contents swapped', 'content', 'UPDATE file_content SET id = -id'],
  ['the fingerprint of a file', 'content', "UPDATE file SET sha256 = '00' WHERE id = 1"],
  ['the text of a publication', 'notice', "UPDATE notice SET text = text || '。' WHERE number = 1"],
  ["everybody's account made the next one's", 'changed', 'UPDATE account SET person = person + 1'],
  ['who did what, everywhere', 'rows', 'UPDATE audit SET actor = 1'],
  ['a letter for somebody else', 'sealed', 'UPDATE outbox SET person = COALESCE(person, 0) + 1 WHERE id = 1'],
  [
    'a private letter sent to the group',
    'sealed',
    "UPDATE outbox SET chat_kind = 'group' WHERE chat_kind = 'private'",
  ],
  ['a word of a letter', 'sealed', "UPDATE outbox SET sealed = CAST(sealed || x'00' AS BLOB) WHERE id = 1"],
  ['the name of the branch', 'branchRow', "UPDATE branch SET name = '别的支部'"],
  ['the version put back', 'branchRow', 'UPDATE branch SET version = version - 1'],
  ['the end of the chain', 'branchRow', 'UPDATE branch SET entry_count = entry_count - 1'],
  ['a sum', 'branchRow', 'UPDATE branch SET row_sketch = NULL'],
  ['bytes for a name', 'branchRow', "UPDATE branch SET name = CAST(x'FFFE41' AS TEXT)"],
  [
    'the seal taken off',
    'branchRow',
    'UPDATE branch SET row_sum = NULL, table_sums = NULL, log_sum = NULL, row_sketch = NULL, row_seal = NULL',
  ],
  ['rows of a branch that is not there', 'stray', "UPDATE office SET branch = 'b9' WHERE id = 1"],
  ['letters of a branch that is not there', 'stray', "UPDATE outbox SET branch = 'b9' WHERE id = 1"],
] as const)('found: %s', (_, wrong, sql) => {
  expect(rowsAfter(sql).map((finding) => finding.wrong)).toContain(wrong);
});

it('an index dropped, a trigger dropped, a table more', () => {
  const copy = tampered('DROP INDEX person_name_idx', 'CREATE TABLE other (a INT)');
  const db = new Database(copy);
  db.exec('DROP TRIGGER ledger_entry_no_update');
  db.close();
  const [found] = findingsIn(copy);
  expect(found).toMatchObject({
    wrong: 'schema',
    names: expect.arrayContaining([
      'index person_name_idx',
      'table other',
      'trigger ledger_entry_no_update',
    ]) as unknown,
  });
});

it('garbage over the root page of each table and index is told, in words', async () => {
  const bytes = readFileSync(file);
  const size = bytes.readUInt16BE(16);
  const roots = ask(file, 'SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0');
  for (const [at, { name, rootpage }] of roots.entries()) {
    const page = (Number(rootpage) - 1) * size;
    const damaged = Buffer.from(bytes);
    damaged.fill(0xa5, page, page + size);
    const copy = join(year.folder, `page-${at}.db`);
    writeFileSync(copy, damaged);
    const told = await call(run, { database: copy, key });
    expect(told.code, String(name)).toBe(1);
    expect(told.out + told.err).toMatch(/有损坏的数据页（|不是数据库，或已损坏/u);
    rmSync(copy);
  }
  expect(roots.length).toBeGreaterThan(60);
});

it.each([
  ["UPDATE person SET category = 'retired' WHERE id = 2"],
  ["UPDATE person SET name = CAST(x'FFFE41' AS TEXT) WHERE id = 2"],
  ["UPDATE office SET office = x'FFFE41' WHERE id = 1"],
  ["UPDATE remark SET sealed = x'00' WHERE rowid = (SELECT MIN(rowid) FROM remark)"],
  ["UPDATE branch SET name = CAST(x'FFFE41' AS TEXT)"],
])('GIVEN %s by another hand THEN the branch is read and takes nothing more', async (sql) => {
  const copy = tampered(sql);
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
