import { afterAll, describe, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import type { Connection } from '../../src/store/connection.js';
import { newFile, now, open, person, unit } from './scene.js';

const file = newFile();
const asked: string[] = [];
const { store, db } = open(file.file, (real): Connection => {
  const prepare: Connection['prepare'] = (sql) => {
    asked.push(sql);
    return real.prepare(sql);
  };
  return Object.assign(Object.create(real) as Connection, { prepare });
});
afterAll(() => {
  store.close();
  file.remove();
});

const first = await store.createBranch('第一党支部', now);
const second = await store.createBranch('第二支部', now);
const office = (id: number, until: string | null = null) =>
  put('office', {
    ...{ id, person: id, office: 'secretary', from: now, until, givenBy: null, endedBy: null },
    recommendedOn: null,
  });
const account = (id: number, channel = 'local') =>
  put('account', { channel, account: `a${id}`, person: id, boundAt: now, nickname: null });

describe('finds a branch without reading the others', () => {
  it('by the name of somebody who is there', async () => {
    await store.commit(unit(store, first, [person(1, { name: '张三' }), person(2, { name: '李四' })]));
    await store.commit(
      unit(store, second, [person(1, { name: '张三' }), person(2, { name: '王五', leftOn: '2026-01-01' })]),
    );
    const ids = (names: readonly string[], limit = 9) =>
      store.branchesOfNames(names, limit).map(({ id }) => id);
    expect(ids(['张', '张三', '张三（'])).toEqual([first, second]);
    expect(ids(['张三'], 1)).toHaveLength(1);
    expect(ids(['李四'])).toEqual([first]);
    expect(ids(['王五'])).toEqual([]);
  });

  it('by its own name, whole or in part', () => {
    const names = (part: string) => store.branchesLike(part, '党', 2).map(({ name }) => name);
    expect(store.branchNamed('第二支部')?.id).toBe(second);
    expect(names('第一支部')).toEqual(['第一党支部']);
    expect(names('第二党支部')).toEqual(['第二支部']);
    expect(names('支部')).toHaveLength(2);
    expect(names('%')).toEqual([]);
  });

  it('by a claim code until it is used', async () => {
    const code = (usedAt: string | null) => put('claimCode', { person: 1, codeHash: 'ab', usedAt });
    await store.commit(unit(store, second, [code(null)]));
    expect(store.branchesOfCode('ab').map(({ id }) => id)).toEqual([second]);
    await store.commit(unit(store, second, [code(now)]));
    expect(store.branchesOfCode('ab')).toEqual([]);
  });

  it('where somebody who starts it is without an account', async () => {
    const waiting = (channel: string) => store.branchesToClaim(channel).map(({ id }) => id);
    await store.commit(unit(store, first, [office(1)]));
    await store.commit(unit(store, second, [office(1), account(1)]));
    expect(waiting('local')).toEqual([first]);
    expect(waiting('loc')).toEqual([first, second]);
    await store.commit(unit(store, first, [account(1)]));
    expect(waiting('local')).toEqual([]);
    // The secretary changes: the new one has no account yet.
    await store.commit(unit(store, first, [office(1, now), office(2)]));
    expect(waiting('local')).toEqual([first]);
  });

  it('by the rulebook it goes by', async () => {
    const adopted = (no: number, version: string, fromYear: number) =>
      put('rulebook', {
        ...{ no, version, fromYear, content: '{}', matter: null, meetingOn: null, adoptedAt: now },
      });
    expect(store.branchesWithoutRulebook().map(({ id }) => id)).toEqual([first, second]);
    await store.commit(unit(store, first, [adopted(1, '2018-1', 0)]));
    await store.commit(unit(store, second, [adopted(1, '2018-1', 0), adopted(2, '2018-2', 2027)]));
    expect(store.branchesWithoutRulebook()).toEqual([]);
    expect([store.branchOfVersion('2018-2'), store.branchOfVersion('2019')]).toEqual([second, undefined]);
    expect(store.branchesUnder(2027, '2018-2')).toEqual([
      { version: '2018-1', count: 1, name: '第一党支部' },
    ]);
    expect(store.branchesUnder(2026, '2019').map(({ version, count }) => [version, count])).toEqual([
      ['2018-1', 2],
    ]);
    expect(store.branchesUnder(2027, '2019').map(({ version, count }) => [version, count])).toEqual([
      ['2018-1', 1],
      ['2018-2', 1],
    ]);
    // Other words for the years before, recorded after the rules of the next.
    await store.commit(unit(store, second, [adopted(3, '2018-1.w1', 0)]));
    expect([2026, 2027].map((year) => store.branchesUnder(year, '2019').at(1)?.version)).toEqual([
      '2018-1.w1',
      '2018-2',
    ]);
  });
});

it('asks what a message or a tick needs through an index', () => {
  const perLine = asked.filter(
    (sql) =>
      /^SELECT/u.test(sql) &&
      /FROM (branch|account|claim_code|group_chat|person|rulebook)\b/u.test(sql) &&
      // These count or list branches: a founding, the start and whole rounds ask them.
      !/^SELECT [^?]*branch\.id[^?]*FROM branch ORDER|instr\(|NOT EXISTS|next_due IS NULL|COUNT/u.test(sql),
  );
  expect(perLine.length).toBeGreaterThan(8);
  const scans = perLine.filter((sql) =>
    db
      .prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/\?\d?/gu, 'NULL')}`)
      .all()
      .some((row) =>
        /^SCAN (branch|account|claim_code|group_chat|person|rulebook)\b/u.test(String(row['detail'])),
      ),
  );
  expect(scans).toEqual([]);
});
