import type { Rulebook, Side } from '../rulebook/schema.js';

/**
 * What the formula needs of a ledger entry. `points` are signed; a reversal keeps the side of what it reverses with the
 * opposite sign, so that the two cancel on that side.
 */
export interface ScoredEntry {
  readonly side: Side;
  readonly points: number;
}

export type ScoreRule = Readonly<Pick<Rulebook['scoring'], 'basePoints' | 'bonusCap'>>;

/**
 * What every view of a score shows. Whole points, positive on both sides; `base + bonus − deductions` is `total` while
 * no limit is reached.
 */
export interface Sums {
  readonly base: number;
  readonly bonus: number;
  readonly deductions: number;
  /** Deductions past the base: on record, not counted. */
  readonly uncounted: number;
  readonly vetoed: boolean;
  readonly total: number;
}

export interface Score extends Sums {
  /** What of the bonus counts under the cap. */
  readonly countedBonus: number;
  /** What of the deductions counts until the base is used up. */
  readonly countedDeductions: number;
}

/** The sums alone, in the order in which they are read: published texts are sealed with their hash. */
export function sumsOf({ base, bonus, deductions, uncounted, vetoed, total }: Sums): Sums {
  return { base, bonus, deductions, uncounted, vetoed, total };
}

/**
 * A member's score in one year: `veto ? 0 : base + min(cap, Σbonus) − min(base, Σdeductions)`.
 *
 * Source, annex 1 §1 and its table: every participant starts a year with the base points; bonuses have
 * no upper limit (a branch may set one); deductions go on until the base is used up, so they never eat
 * into bonuses; a certified veto makes the year's score 0. The parts stay visible under a veto because
 * the entries stay.
 *
 * A side whose sum is below nothing (a reversal given without its entry) counts as nothing, so the
 * total is never negative; `bonus` and `deductions` still say what the sum was.
 */
export function computeScore(entries: readonly ScoredEntry[], rule: ScoreRule, vetoed: boolean): Score {
  let bonus = 0;
  let deductions = 0;
  for (const { side, points } of entries) {
    if (side === 'bonus') bonus += points;
    else deductions -= points;
  }
  const countedBonus = Math.max(0, Math.min(rule.bonusCap ?? Infinity, bonus));
  const countedDeductions = Math.max(0, Math.min(rule.basePoints, deductions));
  return {
    base: rule.basePoints,
    bonus,
    countedBonus,
    deductions,
    countedDeductions,
    uncounted: Math.max(0, deductions - rule.basePoints),
    vetoed,
    total: vetoed ? 0 : rule.basePoints + countedBonus - countedDeductions,
  };
}
