import { beforeAll, describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import { isInFirst, isInLast, rankOf, shareOf } from '../../src/domain/year/table/shares.js';
import {
  isAtBoundary,
  outstandingAmong,
  owesReason,
  propose,
  tierBarred,
  type RatableLine,
} from '../../src/domain/year/table/tiers.js';

let rulebook: Rulebook;
beforeAll(async () => {
  ({ rulebook } = await loadRulebook('rulebooks/2018.yaml'));
});

const line = (person: number, total: number, changed: Partial<RatableLine> = {}): RatableLine => ({
  person,
  base: 100,
  bonus: Math.max(0, total - 100),
  deductions: Math.max(0, 100 - total),
  uncounted: 0,
  vetoed: false,
  total,
  rated: true,
  ...changed,
});

/** One member with `total` among others who are all better, so that no share reaches them. */
const among = (total: number, others = 12) =>
  propose(rulebook, [
    line(1, total),
    ...Array.from({ length: others }, (_, index) => line(index + 2, 150)),
  ])[0]!;

describe('what a score proposes', () => {
  it.each([
    [69, 'unqualified', false],
    [70, 'unqualified', true],
    [71, 'qualified', false],
    [89, 'qualified', false],
    [90, 'qualified', false],
    [107, 'qualified', false],
    [108, 'outstanding', false],
  ])('GIVEN %i points THEN %s; exactly at the limit: %s', (total, tier, marked) => {
    const proposed = among(total);
    expect(proposed.proposed).toBe(tier);
    expect(isAtBoundary(rulebook, proposed)).toBe(marked);
  });

  it('GIVEN a certified veto THEN 不合格, and 0 points are no boundary', () => {
    const [vetoed] = propose(rulebook, [line(1, 0, { vetoed: true }), line(2, 100)]);
    expect(vetoed?.proposed).toBe('unqualified');
    expect(
      isAtBoundary({ ...rulebook, assessment: { ...rulebook.assessment, unqualifiedAtMost: 0 } }, vetoed!),
    ).toBe(false);
  });

  it('GIVEN somebody 预备 with 120 points THEN he is not rated, and takes no place of the first tenth', () => {
    const [probationary, other] = propose(rulebook, [
      line(1, 120, { rated: false }),
      line(2, 103),
      line(3, 100),
    ]);
    expect(probationary?.proposed).toBeNull();
    expect(other?.proposed).toBe('outstanding');
  });

  it('GIVEN another rulebook THEN its numbers count', () => {
    const assessment = {
      ...rulebook.assessment,
      unqualifiedAtMost: 50,
      noAwardsBelow: 60,
      outstandingFrom: 95,
    };
    const totals = [50, 51, 94, 95, 200];
    const lines = propose(
      { ...rulebook, assessment },
      totals.map((total, index) => line(index + 1, total)),
    );
    expect(lines.map(({ proposed }) => proposed)).toEqual([
      'unqualified',
      'qualified',
      'qualified',
      'outstanding',
      'outstanding',
    ]);
  });
});

describe('the first tenth', () => {
  /** Scores 100, 101, 102 … all apart and all below 108. */
  const candidates = (members: number) => {
    const lines = Array.from({ length: members }, (_, index) => line(index + 1, 107 - index / 10));
    return propose(rulebook, lines).filter(({ proposed }) => proposed === 'outstanding').length;
  };

  it.each([
    [2, 1],
    [9, 1],
    [10, 1],
    [12, 1],
    [13, 1],
    [19, 1],
    [20, 2],
    [29, 2],
    [30, 3],
  ])('GIVEN %i members THEN %i of them', (members, count) => {
    expect(shareOf(members, rulebook.assessment.topShare)).toBe(count);
    expect(candidates(members)).toBe(count);
  });

  it('GIVEN two equals at the edge THEN neither is put before the other', () => {
    const tenth = { numerator: 1, denominator: 10 };
    const totals = [107, 107, ...Array<number>(11).fill(100)];
    expect(isInFirst(totals, 107, tenth)).toBe(false);
    expect(isInFirst([107, 107, ...Array<number>(18).fill(100)], 107, tenth)).toBe(true);
    expect(isInLast([...Array<number>(8).fill(100), 80, 80], 80, tenth)).toBe(false);
    expect(isInLast([...Array<number>(8).fill(100), 81, 80], 80, tenth)).toBe(true);
  });

  it('GIVEN a first of 89 points THEN no awards and no 优秀; of 90 THEN a candidate', () => {
    expect(propose(rulebook, [line(1, 89), line(2, 80)])[0]?.proposed).toBe('qualified');
    expect(propose(rulebook, [line(1, 90), line(2, 80)])[0]?.proposed).toBe('outstanding');
  });

  it('equals share a rank, and the next one stands behind both', () => {
    expect([110, 105, 105, 100].map((total) => rankOf([110, 105, 105, 100], total))).toEqual([1, 2, 2, 4]);
  });
});

describe('优秀 is at most a third', () => {
  it.each([
    [4, 13, false],
    [5, 13, true],
    [4, 12, false],
    [5, 12, true],
    [3, 10, false],
    [4, 10, true],
    [10, 30, false],
    [11, 30, true],
    [0, 0, false],
  ])('GIVEN %i of %i THEN a warning: %s', (count, members, tooMany) => {
    const tiers = Array.from({ length: members }, (_, index) =>
      index < count ? ('outstanding' as const) : ('qualified' as const),
    );
    expect(outstandingAmong(rulebook, tiers)).toEqual({ count, rated: members, tooMany });
  });
});

describe('what a meeting may choose', () => {
  it('GIVEN a certified veto THEN 不合格 and nothing else', () => {
    const [vetoed] = propose(rulebook, [line(1, 0, { vetoed: true })]);
    for (const tier of ['outstanding', 'qualified', 'basicallyQualified'] as const)
      expect(tierBarred(rulebook, vetoed!, tier)).toBe('vetoed');
    expect(tierBarred(rulebook, vetoed!, 'unqualified')).toBeUndefined();
  });

  it('优秀 from 90 points on', () => {
    expect(tierBarred(rulebook, among(89), 'outstanding')).toBe('noAwards');
    expect(tierBarred(rulebook, among(90), 'outstanding')).toBeUndefined();
  });

  it.each([
    [69, 'qualified', true],
    [70, 'qualified', true],
    [70, 'unqualified', false],
    [71, 'qualified', false],
    [71, 'basicallyQualified', false],
    [71, 'unqualified', true],
    [95, 'outstanding', true],
    [108, 'qualified', false],
    [108, 'outstanding', false],
  ] as const)('GIVEN %i points and %s THEN a reason is owed: %s', (total, tier, owed) => {
    expect(owesReason(among(total), tier)).toBe(owed);
  });
});
