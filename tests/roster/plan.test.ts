import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFacts } from '../../src/domain/branch/facts.js';
import { put } from '../../src/domain/branch/rows.js';
import { planImport, type ImportRow } from '../../src/domain/roster/import-plan.js';
import { tidyName, whyNoName } from '../../src/domain/roster/names.js';
import { accepted } from '../rulebook/variant.js';

const now = '2026-11-23T09:00:00';
const rulebook = accepted();
const empty = emptyFacts({ id: 'b1', name: '一支部', createdAt: now, entryCount: 0, head: '' });

function row(line: number, more: Partial<ImportRow>): ImportRow {
  const blank = { group: null, partyJoinedOn: null, phone: null, joinedOn: null, regularOn: null, life: {} };
  return {
    line,
    name: '张三',
    kind: 'member',
    category: 'office',
    probationary: false,
    offices: [],
    ...blank,
    ...more,
  };
}

describe('a roster file against the branch', () => {
  const one = fc.record({
    name: fc.constantFrom('张三', '李四'),
    category: fc.constantFrom('office', 'counter'),
    group: fc.constantFrom(null, '第一小组', '第二小组'),
    phone: fc.constantFrom(null, '13800138000', '13800138001'),
  });
  type One = Pick<ImportRow, 'name' | 'category' | 'group' | 'phone'>;
  /** What the check of the file itself lets through: namesakes that something tells apart. */
  const apart = (some: One, other: One): boolean =>
    some.name !== other.name ||
    ((some.phone === null || some.phone !== other.phone) &&
      (some.category !== other.category ||
        (some.group !== null && other.group !== null && some.group !== other.group) ||
        (some.phone !== null && other.phone !== null)));
  const file = fc
    .array(one, { maxLength: 5 })
    .filter((rows) => rows.every((some, at) => rows.slice(0, at).every((other) => apart(some, other))));
  const rowsOf = (people: readonly One[]) => people.map((more, at) => row(at + 2, more));

  test('imported twice changes nothing, and nobody is taken for two people or lost', () => {
    fc.assert(
      fc.property(file, file, (before, after) => {
        const facts = empty.with(planImport(empty, rulebook, rowsOf(before), now).changes);
        const plan = planImport(facts, rulebook, rowsOf(after), now);
        if (plan.problems.length > 0) {
          expect(plan.changes).toEqual([]);
          return;
        }
        const ids = plan.steps.map((step) => step.after.id);
        expect(new Set(ids).size).toBe(ids.length);
        const imported = facts.with(plan.changes);
        expect(imported.all('person').length).toBeGreaterThanOrEqual(facts.all('person').length);
        expect(planImport(imported, rulebook, rowsOf(after), now)).toMatchObject({
          problems: [],
          changes: [],
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('a telephone that somebody has who is not in the file is asked about: it may be a new name', () => {
    const phone = '13800138000';
    const facts = empty.with(planImport(empty, rulebook, [row(2, { phone })], now).changes);
    const renamed = planImport(facts, rulebook, [row(2, { name: '张珊', phone })], now);
    expect(renamed).toMatchObject({ problems: [{ line: 2, why: 'renamed', was: '张三' }], changes: [] });
    const both = planImport(facts, rulebook, [row(2, { phone }), row(3, { name: '张珊', phone })], now);
    expect(both.problems).toEqual([]);
    const others = planImport(facts, rulebook, [row(2, { name: '张珊', phone: '13800138001' })], now);
    expect(others.problems).toEqual([]);
  });

  test('the same file again is recognised line by line', () => {
    const rows = [
      row(2, { group: '第一小组', offices: ['groupLeader'] }),
      row(3, { category: 'counter' }),
      row(4, { name: '李强', offices: ['secretary'], phone: '13800138000' }),
      row(5, { name: '孙伟', kind: 'mass', category: null }),
    ];
    const first = planImport(empty, rulebook, rows, now);
    expect(first.problems).toEqual([]);
    const second = planImport(empty.with(first.changes), rulebook, rows, '2026-11-24T09:00:00');
    expect(second).toMatchObject({ problems: [], missing: [], changes: [] });
  });

  test('a blank day means before last year in a new branch, today later on', () => {
    const first = planImport(empty, rulebook, [row(2, {})], now);
    expect(first.steps[0]?.after.joinedOn).toBe('2025-01-01');
    const second = planImport(empty.with(first.changes), rulebook, [row(2, { name: '新来' })], now);
    expect(second.steps[0]?.after.joinedOn).toBe('2026-11-23');
  });
});

describe('a name', () => {
  test.each(['张三', '䶮', '𫖯', '阿依古丽·买买提', '任职', 'ئابلىز', 'А', '一'.repeat(30)])(
    '%s is one',
    (name) => {
      expect(whyNoName(tidyName(name))).toBeUndefined();
    },
  );
  test('one name is written in one way', () => {
    expect(['张三２', '王Ａ', '阿•买', '\uf90a'].map(tidyName)).toEqual(['张三2', '王A', '阿·买', '金']);
  });

  test.each([
    ['', 'empty'],
    ['一'.repeat(31), 'tooLong'],
    ['张三、李四', 'several'],
    ['张\u200b三', 'hidden'],
    ['张\ufe0f', 'hidden'],
    ['张\u3164三', 'hidden'],
    ['马超同志', 'titled'],
    ['同志', 'titled'],
    ['😀', 'notLetters'],
    ['8号', 'notLetters'],
    ['/确认', 'notLetters'],
    ['=1+1', 'notLetters'],
    ['<b>张三</b>', 'notLetters'],
    ['\u202e三张', 'hidden'],
    ['张\u2066三\u2069', 'hidden'],
    ['\u2f04三', 'notLetters'],
    ['张ニ', 'lookalike'],
    ['张ー', 'lookalike'],
    ['王\u0410', 'lookalike'],
    ['\u0410nn', 'lookalike'],
    ['张三٣', 'lookalike'],
  ])('%j is none: %s', (name, why) => {
    expect(whyNoName(tidyName(name))).toBe(why);
  });

  test('a standing that only a ruling gives is not imported, everything else of the line is', () => {
    const facts = empty.with(planImport(empty, rulebook, [row(2, { category: 'office' })], now).changes);
    const read = (more: Partial<ImportRow>) =>
      planImport(facts, rulebook, [row(2, { ...more, group: '第一小组' })], now);
    for (const more of [{ category: 'retired' }, { category: 'office', probationary: true }]) {
      const plan = read(more);
      expect(plan.steps[0]).toMatchObject({
        after: { category: 'office', probationary: false, group: '第一小组' },
        unruled: more,
      });
      expect(plan.changes).toHaveLength(1);
    }
    expect(read({ category: 'counter' }).steps[0]).toMatchObject({
      after: { category: 'counter' },
      unruled: null,
    });
  });

  test('somebody of a known name with another standing is not put on the roster by a file', () => {
    const facts = empty.with(planImport(empty, rulebook, [row(2, {})], now).changes);
    const left = facts
      .all('person')
      .map((person) => ({ ...person, leftOn: '2026-11-20', leftHow: 'transferred' as const }));
    const gone = facts.with(left.map((person) => put('person', person)));
    const retired = row(2, { category: 'retired' });
    expect(planImport(gone, rulebook, [retired], now)).toMatchObject({
      problems: [{ line: 2, name: '张三', why: 'namesake' }],
      changes: [],
    });
    expect(planImport(gone, rulebook, [row(2, { category: 'counter' })], now).problems).toEqual([]);
  });
});
