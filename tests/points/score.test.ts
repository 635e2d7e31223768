import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeScore, type ScoredEntry, type ScoreRule } from '../../src/domain/points/score.js';

const open: ScoreRule = { basePoints: 100, bonusCap: null };
const bonus = (points: number): ScoredEntry => ({ side: 'bonus', points });
const deduction = (points: number): ScoredEntry => ({ side: 'deduction', points });
const total = (entries: readonly ScoredEntry[], rule = open) => computeScore(entries, rule, false).total;

describe('score, annex 1 §1', () => {
  it('GIVEN no entries THEN the base of 100', () => {
    expect(computeScore([], open, false)).toEqual({
      base: 100,
      bonus: 0,
      countedBonus: 0,
      deductions: 0,
      countedDeductions: 0,
      uncounted: 0,
      vetoed: false,
      total: 100,
    });
  });

  it('GIVEN bonus 20 and deductions 110 THEN 20, ten of them recorded and not counted', () => {
    const score = computeScore([bonus(20), deduction(-40), deduction(-70)], open, false);
    expect(score).toMatchObject({
      bonus: 20,
      deductions: 110,
      countedDeductions: 100,
      uncounted: 10,
      total: 20,
    });
  });

  it('GIVEN these WHEN 30 of the deductions are reversed THEN 40, for 80 remain', () => {
    const score = computeScore([bonus(20), deduction(-110), deduction(30)], open, false);
    expect(score).toMatchObject({ deductions: 80, countedDeductions: 80, uncounted: 0, total: 40 });
  });

  it.each([
    [99, 1, 0],
    [100, 0, 0],
    [101, 0, 1],
  ])('GIVEN deductions of %i THEN the total is %i and %i stay uncounted', (amount, rest, uncounted) => {
    expect(computeScore([deduction(-amount)], open, false)).toMatchObject({ total: rest, uncounted });
  });

  it('GIVEN deductions past the base THEN bonuses are untouched by them', () => {
    expect(total([bonus(30), deduction(-500)])).toBe(30);
  });

  it.each([
    [19, 19, 119],
    [20, 20, 120],
    [21, 20, 120],
  ])('GIVEN a cap of 20 and bonuses of %i THEN %i count', (amount, counted, expected) => {
    const score = computeScore([bonus(amount)], { basePoints: 100, bonusCap: 20 }, false);
    expect(score).toMatchObject({ bonus: amount, countedBonus: counted, total: expected });
  });

  it('GIVEN a cap of 0 THEN no bonus counts; GIVEN no cap THEN every bonus does', () => {
    expect(total([bonus(5)], { basePoints: 100, bonusCap: 0 })).toBe(100);
    expect(total([bonus(100_000)])).toBe(100_100);
  });

  it('GIVEN a reversed bonus past the cap THEN the cap is applied to what remains', () => {
    const rule = { basePoints: 80, bonusCap: 20 };
    expect(computeScore([bonus(30), bonus(10), bonus(-30)], rule, false).total).toBe(90);
  });

  it('GIVEN a veto THEN the total is 0 and the parts stay visible', () => {
    const score = computeScore([bonus(30), deduction(-3)], open, true);
    expect(score).toMatchObject({
      base: 100,
      bonus: 30,
      deductions: 3,
      countedDeductions: 3,
      vetoed: true,
      total: 0,
    });
  });

  it('GIVEN a reversal without its entry THEN its side counts as nothing and the sum says so', () => {
    expect(computeScore([deduction(5)], open, false)).toMatchObject({
      deductions: -5,
      countedDeductions: 0,
      total: 100,
    });
    expect(computeScore([bonus(-5)], open, false)).toMatchObject({ bonus: -5, countedBonus: 0, total: 100 });
  });
});

describe('score, whatever the entries', () => {
  const entry = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map(bonus),
    fc.integer({ min: 1, max: 60 }).map((points) => deduction(-points)),
  );
  const entries = fc.array(entry, { maxLength: 30 });
  const rules = fc.record({
    basePoints: fc.integer({ min: 1, max: 200 }),
    bonusCap: fc.option(fc.integer({ min: 0, max: 100 })),
  });
  const reversal = ({ side, points }: ScoredEntry): ScoredEntry => ({ side, points: -points });

  it('order does not matter', () => {
    const shuffled = entries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, rules, ([list, other], rule) => {
        expect(computeScore(other, rule, false)).toEqual(computeScore(list, rule, false));
      }),
    );
  });

  it('an entry and its reversal leave everything as it was', () => {
    fc.assert(
      fc.property(entries, entry, rules, (list, extra, rule) => {
        expect(computeScore([...list, extra, reversal(extra)], rule, false)).toEqual(
          computeScore(list, rule, false),
        );
      }),
    );
  });

  it('everything reversed is the base again', () => {
    fc.assert(
      fc.property(entries, rules, (list, rule) => {
        expect(computeScore([...list, ...list.map(reversal)], rule, false)).toEqual(
          computeScore([], rule, false),
        );
      }),
    );
  });

  it('splitting one entry into two of the same sum changes nothing', () => {
    fc.assert(
      fc.property(
        entries,
        entry,
        fc.integer({ min: 0, max: 60 }),
        rules,
        (list, { side, points }, part, rule) => {
          const whole = computeScore([...list, { side, points }], rule, false);
          const first = Math.sign(points) * Math.min(part, Math.abs(points));
          const parts: ScoredEntry[] = [
            { side, points: first },
            { side, points: points - first },
          ];
          expect(computeScore([...list, ...parts], rule, false)).toEqual(whole);
        },
      ),
    );
  });

  it('the total is never negative, never above base and cap, and the parts make it up', () => {
    const anything = fc.array(
      fc.record({
        side: fc.constantFrom<ScoredEntry['side']>('bonus', 'deduction'),
        points: fc.integer({ min: -80, max: 80 }),
      }),
    );
    fc.assert(
      fc.property(anything, rules, (list, rule) => {
        const score = computeScore(list, rule, false);
        expect(score.total).toBeGreaterThanOrEqual(0);
        expect(score.total).toBeLessThanOrEqual(rule.basePoints + (rule.bonusCap ?? Infinity));
        expect(score.total).toBe(score.base + score.countedBonus - score.countedDeductions);
        expect(score.countedDeductions + score.uncounted).toBe(Math.max(0, score.deductions));
      }),
    );
  });

  it('a bonus never lowers and a deduction never raises the total', () => {
    fc.assert(
      fc.property(entries, entry, rules, (list, extra, rule) => {
        const before = computeScore(list, rule, false).total;
        const after = computeScore([...list, extra], rule, false).total;
        if (extra.side === 'bonus') expect(after).toBeGreaterThanOrEqual(before);
        else expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('a veto is 0', () => {
    fc.assert(
      fc.property(entries, rules, (list, rule) => {
        expect(computeScore(list, rule, true)).toEqual({
          ...computeScore(list, rule, false),
          vetoed: true,
          total: 0,
        });
      }),
    );
  });
});
