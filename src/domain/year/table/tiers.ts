/** What a year's scores propose, and what a meeting may make of it (annex 1, 考核应用; SPEC §2, 不合格 / awards / 优秀). */
import type { Rulebook, TierId } from '../../rulebook/schema.js';
import { isInFirst, isMoreThan } from './shares.js';
import type { ProposedLine, YearLine } from '../rows.js';

type Rules = Pick<Rulebook, 'assessment' | 'veto'>;

/** A line of a member who is rated, or not (预备: scored for reference). */
export interface RatableLine extends YearLine {
  readonly rated: boolean;
}

/**
 * A certified veto and scores up to 70 propose 不合格; 108 and more, or the first tenth, 优秀, but never below the score
 * that awards want; what lies between is 合格. 基本合格 is only ever a choice of the meeting.
 */
export function propose(rules: Rules, lines: readonly RatableLine[]): readonly ProposedLine[] {
  const totals = lines.filter(({ rated }) => rated).map(({ total }) => total);
  return lines.map(({ rated, ...line }) => ({
    ...line,
    proposed: rated ? tierFor(rules, line, totals) : null,
  }));
}

function tierFor({ assessment, veto }: Rules, line: YearLine, totals: readonly number[]): TierId {
  const { total, vetoed } = line;
  if (vetoed) return veto.tier;
  if (total <= assessment.unqualifiedAtMost) return 'unqualified';
  if (total < assessment.noAwardsBelow) return 'qualified';
  const near = isInFirst(totals, total, assessment.topShare);
  return total >= assessment.outstandingFrom || near ? 'outstanding' : 'qualified';
}

/** Exactly the limit of 不合格: marked, so that the meeting looks twice. */
export function isAtBoundary({ assessment }: Rules, { total, vetoed }: YearLine): boolean {
  return !vetoed && total === assessment.unqualifiedAtMost;
}

export type TierBarred =
  /** A certified veto leaves no choice. */
  | 'vetoed'
  /** Below the score for awards no one is 优秀. */
  | 'noAwards';

/** Why the meeting may not choose this tier; undefined: it may. */
export function tierBarred(
  { assessment, veto }: Rules,
  line: YearLine,
  tier: TierId,
): TierBarred | undefined {
  if (line.vetoed) return tier === veto.tier ? undefined : 'vetoed';
  return tier === 'outstanding' && line.total < assessment.noAwardsBelow ? 'noAwards' : undefined;
}

/** Into or out of 不合格, and up to 优秀, the meeting departs from the proposal only with a reason on record. */
export function owesReason({ proposed }: ProposedLine, tier: TierId): boolean {
  if (tier === proposed) return false;
  return tier === 'unqualified' || proposed === 'unqualified' || tier === 'outstanding';
}

/** How many are 优秀, and whether that is more than the rulebook's share of those rated. */
export interface Outstanding {
  readonly count: number;
  readonly rated: number;
  readonly tooMany: boolean;
}

/** @param tiers of everybody who is rated */
export function outstandingAmong({ assessment }: Rules, tiers: readonly TierId[]): Outstanding {
  const count = tiers.filter((tier) => tier === 'outstanding').length;
  const tooMany = isMoreThan(count, tiers.length, assessment.outstandingShareMax);
  return { count, rated: tiers.length, tooMany };
}
