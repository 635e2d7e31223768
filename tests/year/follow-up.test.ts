import { beforeAll, describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import {
  lowAgain,
  mayGetAwards,
  ratedIn,
  wantsTalk,
  yearOfResults,
} from '../../src/domain/year/follow-up.js';
import { openMattersOf } from '../../src/domain/year/open-matters.js';
import { yearOfMatter } from '../../src/domain/matters/kinds.js';
import type { CorrectionMatter, ObjectionMatter } from '../../src/domain/rulings/rows.js';
import { bonusMatter, entry, factsWith, member } from '../support/branch/branch-facts.js';

let rulebook: Rulebook;
beforeAll(async () => {
  ({ rulebook } = await loadRulebook('rulebooks/2018.yaml'));
});

const members = Array.from({ length: 13 }, (_, index) => member(index + 1, `党员${index + 1}`));

/** An archived year of 13 members and its ledger: the first has `total`, the second `second`, the others 100. */
function archived(year: number, total: number, second = 95): readonly Change[] {
  const totals = [total, second, ...Array<number>(11).fill(100)];
  return [
    ...totals.map((sum, index) =>
      entry(year * 100 + index, {
        ...{ member: index + 1, year, deedOn: `${year}-08-01`, matter: year * 100 + index },
        ...{ side: 'deduction', item: 15, points: sum - 100 },
      }),
    ),
    ...totals.map((sum, index) =>
      put('yearRecord', {
        person: index + 1,
        year,
        base: 100,
        bonus: 0,
        deductions: 100 - sum,
        uncounted: 0,
        vetoed: false,
        total: sum,
        tier: 'qualified',
        archivedAt: `${year + 1}-01-20T10:00:00`,
        rulebook: '2018-18',
        rank: null,
        scoredMembers: 13,
      }),
    ),
    put('yearStep', { id: year, year, at: `${year + 1}-01-20T10:00:00`, by: 1, data: { step: 'archive' } }),
  ];
}

const improvement = (id: number, outcome: string, on: string) =>
  put('followUp', {
    id,
    person: 3,
    year: 2026,
    kind: 'improvement',
    partner: null,
    outcome,
    on,
    recordedBy: 2,
    recordedAt: `${on}T10:00:00`,
    text: null,
  });

const listed = (...changes: readonly Change[]) =>
  lowAgain(factsWith(...members, ...changes), rulebook, '2028-02-01').map(({ person }) => person);

describe('two years running', () => {
  it('GIVEN two archived years, each below 90 and the last of 13 THEN listed; with 90 in one of them not', () => {
    expect(listed(...archived(2026, 89), ...archived(2027, 89))).toEqual([1]);
    expect(listed(...archived(2026, 90), ...archived(2027, 89))).toEqual([]);
    expect(listed(...archived(2026, 89), ...archived(2027, 90))).toEqual([]);
  });

  it('GIVEN 89 twice, but once not in the last tenth THEN not listed', () => {
    expect(listed(...archived(2026, 89), ...archived(2027, 89, 80))).toEqual([]);
    // No one comes after their equal.
    expect(listed(...archived(2026, 89), ...archived(2027, 89, 89))).toEqual([]);
  });

  it('GIVEN one archived year, or two with one between THEN not listed', () => {
    expect(listed(...archived(2027, 80))).toEqual([]);
    expect(listed(...archived(2025, 80), ...archived(2027, 80))).toEqual([]);
  });

  it.each([
    [['notEvident'], [3]],
    [['unwilling'], [3]],
    [['evident'], []],
    [['notEvident', 'evident'], []],
    [['evident', 'unwilling'], [3]],
  ])('GIVEN improvements of this year %j THEN the last word counts', (outcomes, expected) => {
    const rows = outcomes.map((outcome, index) => improvement(index + 1, outcome, '2028-01-20'));
    expect(listed(...rows)).toEqual(expected);
  });

  it('GIVEN an improvement of last year THEN it lists nobody this year', () => {
    expect(listed(improvement(1, 'unwilling', '2027-12-31'))).toEqual([]);
  });
});

describe('the other lists', () => {
  const results = (total: number, second: number) => {
    const facts = factsWith(...members, ...archived(2026, total, second));
    expect(yearOfResults(facts, '2027-02-01')).toBe(2026);
    return ratedIn(facts, rulebook, 2026);
  };

  it('awards from 90 points on', () => {
    const awarded = results(89, 90).filter((one) => mayGetAwards(rulebook, one));
    expect(awarded.map(({ person }) => person)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('talks below 90 points, and with the last tenth', () => {
    const talks = (total: number, second: number) =>
      results(total, second)
        .filter((one) => wantsTalk(rulebook, one))
        .map(({ person }) => person);
    expect(talks(89, 90)).toEqual([1]);
    expect(talks(89, 89)).toEqual([1, 2]);
    expect(talks(99, 98)).toEqual([2]);
  });
});

describe('matters of a year', () => {
  it('THEN the deed decides, a correction and an objection follow what they are about', () => {
    const bonus = { ...bonusMatter(1, '2027-01-05T10:00:00'), deedOn: '2026-12-31' };
    const base = { ...bonus, kind: 'correction' as const, reason: '' };
    const correction: CorrectionMatter = { ...base, number: 2, corrects: 1 };
    const objection: ObjectionMatter = {
      ...base,
      kind: 'objection',
      number: 3,
      about: { to: 'matter', number: 2 },
    };
    const ofThisYear = bonusMatter(4, '2027-01-05T10:00:00');
    const facts = factsWith(
      ...members,
      ...[bonus, correction, objection, ofThisYear].map((matter) => put('matter', matter)),
    );
    expect(yearOfMatter(facts, objection)).toBe(2026);
    expect(openMattersOf(facts, 2026)).toEqual([1, 2, 3]);
    expect(openMattersOf(facts, 2027)).toEqual([4]);
  });
});
