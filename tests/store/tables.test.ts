import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../src/domain/attendance/rows.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import { keyOf } from '../../src/domain/branch/facts.js';
import { tableNames } from '../../src/domain/branch/tables.js';
import type { ColumnKind } from '../../src/domain/branch/tables/declared.js';
import { specs } from '../../src/store/tables.js';
import { activity } from '../support/branch/branch-facts.js';
import { newFile, now, open, person, prismaFolder, ruled, unit } from './scene.js';

const sqlType = { int: 'INTEGER', text: 'TEXT', bool: 'BOOLEAN', json: 'TEXT' } as const;
const prismaType = { int: 'Int', text: 'String', bool: 'Boolean', json: 'String' } as const;

/** Models of prisma/schema.prisma by table: columns with type, primary key. */
const models = new Map(
  [...readFileSync(join(prismaFolder, 'schema.prisma'), 'utf8').matchAll(/^model \w+ \{\n(.*?)^\}/gmsu)].map(
    ([, body = '']) => {
      const fields = [...body.matchAll(/^ {2}(\w+) +(\w+)\??(?:.*@map\("(\w+)"\))?/gmu)].map(
        ([, field = '', type = '', column = field]) => ({ field, type, column }),
      );
      const columnOf = (field: string) => fields.find((one) => one.field === field)?.column;
      const key = /@@id\(\[(.*)\]\)/u.exec(body)?.[1]?.split(', ').map(columnOf);
      return [/@@map\("(\w+)"\)/u.exec(body)?.[1], { fields, key }] as const;
    },
  ),
);

describe.each(tableNames)('%s is as declared', (table) => {
  const { table: name, key, plain, sealed } = specs[table];
  const columns = (typeOf: Readonly<Record<ColumnKind, string>>, bytes: string) =>
    [
      ['branch', typeOf.text],
      ...plain.map((column) => [column.name, typeOf[column.kind]]),
      ...(sealed ? [['sealed', bytes]] : []),
    ].sort();

  it('in prisma/schema.prisma', () => {
    const model = models.get(name);
    expect(model?.fields.map(({ column, type }) => [column, type]).sort()).toEqual(
      columns(prismaType, 'Bytes'),
    );
    expect(model?.key).toEqual(['branch', ...key]);
  });

  it('in a migrated file, and what is appended is neither changed nor deleted there', () => {
    const info = migrated.db.prepare(`PRAGMA table_info("${name}")`).all();
    expect(info.map((column) => [column['name'], column['type']]).sort()).toEqual(columns(sqlType, 'BLOB'));
    const primary = info.filter((column) => Number(column['pk']) > 0);
    primary.sort((one, other) => Number(one['pk']) - Number(other['pk']));
    expect(primary.map((column) => column['name'])).toEqual(['branch', ...key]);
    const guards = migrated.db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?")
      .all(name)
      .map((row) => String(row['name']))
      .filter((guard) => [`${name}_no_update`, `${name}_no_delete`].includes(guard));
    expect(guards).toHaveLength(specs[table].append ? 2 : 0);
  });
});

const scratch = newFile();
const migrated = open(scratch.file);
afterAll(() => {
  migrated.store.close();
  scratch.remove();
});

const id = fc.integer({ min: 1, max: 6 });
const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((value) => !value.includes('\0'));
const maybe = fc.option(text);

/** Changes as use cases make them: rewritten rows, accounts that pass to other people, new rulings. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({ id, name: text, phone: maybe, group: maybe })
    .map(({ id: number, ...more }) => person(number, more)),
  fc
    .record({ account: text, person: id, nickname: maybe })
    .map((row) => put('account', { ...row, channel: 'test', boundAt: now })),
  fc
    .record({ activity: id, person: id, due: fc.boolean() })
    .map((row) =>
      put('attendance', { ...row, presence: 'absent', source: 'rollCall', recordedBy: 1, recordedAt: now }),
    ),
  fc.record({ number: id, subject: id, reason: text, points: fc.integer() }).map((row) =>
    put('matter', {
      ...row,
      kind: 'bonus',
      state: 'open',
      proposer: 2,
      openedAt: now,
      appointments: 0,
      drafted: false,
      item: 8,
      grade: null,
      times: 1,
      deedOn: '2026-11-20',
      activity: null,
    }),
  ),
  fc.record({ number: id, subject: id, reason: maybe, activity: id, leaveKind: text }).map((row) =>
    put('matter', {
      ...row,
      kind: 'leave',
      state: 'open',
      proposer: 2,
      openedAt: now,
      appointments: 0,
      drafted: false,
    }),
  ),
  fc
    .record({ matter: id, person: id, named: fc.boolean(), confirmedAt: fc.constantFrom(null, now) })
    .map((row) => put('witness', row)),
  fc
    .record({ matter: id, no: id, text })
    .map((row) => put('remark', { ...row, kind: 'statement', by: 1, at: now })),
  fc
    .record({ matter: id, no: id, text, file: fc.option(id) })
    .map((row) => put('material', { ...row, by: 1, at: now, type: 'file' })),
  fc
    .record({ person: id, shown: fc.array(text) })
    .map((row) => put('talk', { ...row, materialFor: null, picturesFor: null, materialUntil: null })),
);

/** Everything readable of a branch, in reading order. */
function contents(facts: ReturnType<ReturnType<typeof open>['store']['snapshot']>['facts']) {
  return tableNames.map((table) => ({
    table,
    all: facts.all(table),
    groups: [0, 1, 2, 3, 4, 5, 6].map((group) => facts.of(table, group)),
    next: facts.all(table).map((row) => facts.get(table, keyOf(table, row))),
  }));
}

it('a branch read from the file is the branch in memory, order included', async () => {
  const { file, remove } = newFile();
  const { store } = open(file);
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 8 }), async (messages) => {
      count += 1;
      const branch = await store.createBranch(`支部${count}`, now);
      for (const changes of messages) await store.commit(unit(store, branch, changes));
      await store.commit(unit(store, branch, ruled(9, 1)));
      const second = open(file);
      const { version, facts } = store.snapshot(branch);
      const read = second.store.snapshot(branch);
      second.store.close();
      expect(read.version).toBe(version);
      expect(read.facts.branch).toEqual(facts.branch);
      expect(contents(read.facts)).toEqual(contents(facts));
    }),
    { numRuns: 40 },
  );
  store.close();
  remove();
});

it('the file contains nothing private in plain text', async () => {
  const { file, remove } = newFile();
  const { store } = open(file);
  const branch = await store.createBranch('支部', now);
  const secrets = [
    '家庭困难事由',
    '13800138000',
    '病历照片.jpg',
    '只对本人说的话',
    '文件内容在此',
    '驳回的缘由',
    '昵称小张',
  ];
  const [reason = '', phone = '', fileName = '', letter = '', content = '', rejection = '', nickname = ''] =
    secrets;
  const [matter] = ruled(1, 1);
  if (matter?.table !== 'matter' || matter.row.kind !== 'bonus') throw new Error('a matter was expected');
  await store.commit(
    unit(
      store,
      branch,
      [
        person(1, { name: '张三', phone }),
        put('account', { channel: 'test', account: 'a', person: 1, boundAt: now, nickname }),
        put('matter', { ...matter.row, reason }),
        put('file', { id: 1, kind: 'picture', sha256: 'x', size: 1, name: fileName }),
        put('material', { matter: 1, no: 1, by: 1, at: now, type: 'file', file: 1, text: fileName }),
        put('ruling', {
          matter: 1,
          ruler: 3,
          decision: 'rejected',
          at: now,
          meetingOn: null,
          reason: rejection,
        }),
      ],
      {
        contents: [{ id: 1, bytes: Buffer.from(content) }],
        letters: [
          {
            channel: 'test',
            chat: { kind: 'private', account: 'a' },
            person: 1,
            text: letter,
            files: [],
            expiresAt: null,
          },
        ],
      },
    ),
  );
  const raw = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
  // Names are in plain text, which proves that the search works.
  expect(raw.includes('张三')).toBe(true);
  for (const secret of secrets) expect(raw.includes(secret), secret).toBe(false);
  expect(Buffer.from(store.fileContent(branch, 1) ?? []).toString()).toBe(content);
  store.close();
  remove();
});

it('an activity written before pictures were kept reads as one without any', async () => {
  const { file, remove } = newFile();
  const { store } = open(file);
  const branch = await store.createBranch('支部', now);
  const today = activity(1, now, { minutes: '学习党章' });
  const since = new Set(['pictures', 'exported']);
  const before = Object.fromEntries(Object.entries(today).filter(([field]) => !since.has(field)));
  const kept = activity(2, now, { pictures: [3, 4] });
  await store.commit(
    unit(store, branch, [put('activity', before as unknown as Activity), put('activity', kept)]),
  );
  const second = open(file);
  const { facts } = second.store.snapshot(branch);
  expect(facts.get('activity', 1)).toEqual(today);
  expect(facts.get('activity', 2)).toEqual(kept);
  second.store.close();
  store.close();
  remove();
});
