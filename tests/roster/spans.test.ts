import { describe, expect, it } from 'vitest';
import { personOf } from '../../src/domain/branch/people.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import type { Person, RosterChange } from '../../src/domain/roster/rows.js';
import { belongsAllOf, isScoredFor, owingSince, spansOf } from '../../src/domain/roster/spans.js';
import { accepted } from '../rulebook/variant.js';
import { factsWith, member } from '../support/branch/branch-facts.js';

const rulebook = accepted();

function changed(id: number, what: RosterChange['what'], on: string, before: string, after: string): Change {
  return put('rosterChange', { id, person: 1, what, before, after, on, by: 2 });
}
const left = (id: number, on: string) =>
  put('rosterChange', { id, person: 1, what: 'left', before: null, after: 'transferred', on, by: 2 });
const back = (id: number, on: string) => changed(id, 'joined', on, 'office', 'office');

function known(person: Partial<Person>, ...rows: readonly Change[]) {
  const facts = factsWith(member(1, '张三', person), ...rows);
  return { facts, person: personOf(facts, 1) };
}

const returned = known({}, left(1, '2026-03-02'), back(2, '2026-10-12'));
const gone = known({ leftOn: '2027-01-04', leftHow: 'transferred' }, left(1, '2027-01-04'));
const retired = known({ category: 'retired' }, changed(1, 'category', '2027-01-04', 'office', 'retired'));
const serving = known({}, changed(1, 'category', '2026-05-14', 'retired', 'office'));
const listed = known(
  {},
  changed(1, 'exempt', '2026-04-02', 'no', 'yes'),
  changed(2, 'exempt', '2026-06-28', 'yes', 'no'),
);

describe('who belonged to the branch', () => {
  it('GIVEN months THEN only those from the first day to the last, and a slip of one day breaks none', () => {
    const months = ['2026-02', '2026-03', '2026-09', '2026-10', '2026-11'];
    const all = (of: typeof returned) => months.filter((month) => belongsAllOf(of.facts, of.person, month));
    expect(all(returned)).toEqual(['2026-02', '2026-11']);
    const slip = known({}, left(1, '2026-03-02'), back(2, '2026-03-02'));
    expect(all(slip)).toEqual(months);
    expect(spansOf(slip.facts, slip.person)).toHaveLength(1);
  });
});

describe('who was scored on a day, and in its year', () => {
  it.each([
    ['left in January', gone, '2026-12-30', true],
    ['left in January', gone, '2027-01-05', false],
    ['retired in January', retired, '2026-12-30', true],
    ['retired in January', retired, '2027-01-03', false],
    ['took up work in May', serving, '2026-05-13', false],
    ['took up work in May', serving, '2026-05-14', true],
    ['not listed for a time', listed, '2026-04-01', true],
    ['not listed for a time', listed, '2026-04-02', false],
    ['not listed for a time', listed, '2026-06-28', true],
    ['away for a time', returned, '2026-06-15', false],
  ])('GIVEN who %s THEN a deduction of that day is theirs or not', (_who, { facts, person }, day, theirs) => {
    expect(isScoredFor(facts, rulebook, person, day)).toBe(theirs);
  });

  it('GIVEN the dead THEN they are assessed no more', () => {
    const dead = known({ leftOn: '2026-05-01', leftHow: 'deceased' });
    expect(isScoredFor(dead.facts, rulebook, dead.person, '2026-04-01')).toBe(false);
  });
});

describe('from which day they owe the branch its life', () => {
  it.each([
    ['came back', returned, '2026-12-31', '2026-10-12'],
    ['came back', returned, '2026-02-28', '2025-01-01'],
    ['took up work', serving, '2026-12-31', '2026-05-14'],
    ['took up work, looked after before', serving, '2026-04-30', '2025-01-01'],
    ['was listed again', listed, '2026-09-30', '2026-06-28'],
  ])('GIVEN who %s THEN as of that day', (_who, { facts, person }, day, since) => {
    expect(owingSince(facts, rulebook, person, day)).toBe(since);
  });
});
