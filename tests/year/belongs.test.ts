import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import type { Facts } from '../../src/domain/branch/facts.js';
import { personOf } from '../../src/domain/branch/people.js';
import { rosterChanges } from '../../src/domain/roster/changes.js';
import { personOn } from '../../src/domain/roster/membership.js';
import type { Person } from '../../src/domain/roster/rows.js';
import { hadVote } from '../../src/domain/rulings/voters.js';
import { laterThan, listedIn, proposedLines } from '../../src/domain/year/table/lines.js';
import { accepted } from '../rulebook/variant.js';
import { factsWith, member } from '../support/branch/branch-facts.js';

const rulebook = accepted();
const [eve, newYear] = ['2026-12-31', '2027-01-01'] as const;

/** The person as changed on a day, with the rows that the use cases write. */
function changed(facts: Facts, id: number, to: Partial<Person>, on: string): Facts {
  const before = personOf(facts, id);
  const after = { ...before, ...to };
  return facts.with([put('person', after), ...rosterChanges(facts, before, after, on, null)]);
}

function branch(first: Partial<Person> = {}): Facts {
  return factsWith(member(1, '张三', first), member(2, '王芳'), member(3, '周涛'));
}

const names = (facts: Facts) =>
  proposedLines(facts, rulebook, 2026).map(({ person, proposed }) => [person, proposed]);

const others = [
  [2, 'qualified'],
  [3, 'qualified'],
];

describe('who belongs to a year: the state on 31 December (SPEC §2)', () => {
  it.each<[string, Partial<Person>, Partial<Person>]>([
    ['retires', {}, { category: 'retired' }],
    ['is exempted', {}, { exempt: true }],
  ])('GIVEN a member who %s THEN the day decides', (_, first, to) => {
    const both = [[1, 'qualified'], ...others];
    expect(names(changed(branch(first), 1, to, newYear))).toEqual(both);
    expect(names(changed(branch(first), 1, to, eve))).toEqual(others);
  });

  it('GIVEN somebody exempt all year THEN being listed again in January makes him no member of the year', () => {
    expect(names(changed(branch({ exempt: true }), 1, { exempt: false }, newYear))).toEqual(others);
    expect(names(changed(branch({ exempt: true }), 1, { exempt: false }, eve))).toHaveLength(3);
  });

  it('GIVEN 转正 THEN who is 预备 on the last day is not rated and has no vote in that year', () => {
    const regular = (on: string) =>
      changed(branch({ probationary: true }), 1, { probationary: false, regularOn: on }, on);
    expect(names(regular(newYear))[0]).toEqual([1, null]);
    expect(names(regular(eve))[0]).toEqual([1, 'qualified']);
    const votes = (facts: Facts) => hadVote(facts, personOf(facts, 1), eve);
    expect([votes(regular(newYear)), votes(regular(eve))]).toEqual([false, true]);
  });

  it('GIVEN a move THEN after the year he is rated, within it he is listed for reference', () => {
    const gone = (on: string) => changed(branch(), 1, { leftOn: on, leftHow: 'transferred' }, on);
    expect(names(gone(newYear))[0]).toEqual([1, 'qualified']);
    expect(names(gone(eve))[0]).toEqual([1, null]);
    expect(names(gone('2025-12-31'))).toEqual(others);
    expect(laterThan(gone(newYear), 1, 2026).map(({ what }) => what)).toEqual(['left']);
    expect(laterThan(gone(eve), 1, 2026).map(({ what }) => what)).toEqual(['left']);
  });

  it('GIVEN the dead THEN nothing of them is assessed', () => {
    expect(names(changed(branch(), 1, { leftOn: newYear, leftHow: 'deceased' }, newYear))).toEqual(others);
  });

  it('GIVEN somebody who left and came back THEN in between he was away', () => {
    const left = changed(branch(), 1, { leftOn: '2026-03-01', leftHow: 'transferred' }, '2026-03-01');
    const back = { leftOn: null, leftHow: null, category: 'retired', group: '二组' } as const;
    const facts = changed(left, 1, back, newYear);
    const then = personOn(facts, personOf(facts, 1), eve);
    expect(then).toEqual(personOf(left, 1));
    expect(personOn(facts, personOf(facts, 1), newYear)).toEqual(personOf(facts, 1));
  });

  it('GIVEN data without rows of its history THEN the present state counts', () => {
    const facts = branch({ category: 'retired' });
    expect(listedIn(facts, rulebook, 2026).map(({ id }) => id)).toEqual([2, 3]);
  });
});

describe('property: what is dated after the year moves nothing of it but the remark', () => {
  const step = fc.oneof(
    fc.constantFrom('retired', 'office', 'counter').map((category) => ({ category })),
    fc.boolean().map((exempt) => ({ exempt })),
    fc.boolean().map((probationary) => ({ probationary })),
    fc.constantFrom('一组', '二组').map((group) => ({ group })),
    fc.constant({ leftOn: '2027-01-05', leftHow: 'transferred' } as const),
    fc.constant({ leftOn: null, leftHow: null }),
  );
  it('holds for any sequence of changes', () => {
    fc.assert(
      fc.property(step, fc.array(step, { maxLength: 6 }), (before, later) => {
        const known = changed(branch(), 1, { ...before, leftOn: null, leftHow: null }, '2026-06-01');
        const facts = later.reduce((at, to, day) => changed(at, 1, to, `2027-01-0${day + 2}`), known);
        expect(names(facts)).toEqual(names(known));
        expect(listedIn(facts, rulebook, 2026)).toEqual(listedIn(known, rulebook, 2026));
      }),
    );
  });
});
