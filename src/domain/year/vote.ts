import type { Fraction } from '../rulebook/values.js';
import type { Rulebook } from '../rulebook/schema.js';

/** Persons: 应到, 实到, 同意. */
export interface YearVote {
  readonly entitled: number;
  readonly present: number;
  readonly inFavour: number;
}

export type VoteProblem =
  /** More 应到 than have a vote. */
  | 'tooManyEntitled'
  | 'nobodyEntitled'
  | 'morePresentThanEntitled'
  | 'moreInFavourThanPresent'
  /** Fewer than half of 应到 are there. */
  | 'noQuorum'
  /** Not more than half of 应到 agree. */
  | 'failed';

/**
 * Why nothing is decided; undefined: it is. Both shares are of 应到 and exact: half of it present is enough, half of it
 * in favour is not (SPEC §3).
 *
 * @param most how many have a vote
 */
export function voteProblem(
  { presentAtLeast, inFavourMoreThan }: Rulebook['votes'],
  { entitled, present, inFavour }: YearVote,
  most: number,
): VoteProblem | undefined {
  if (entitled < 1) return 'nobodyEntitled';
  if (entitled > most) return 'tooManyEntitled';
  if (present > entitled) return 'morePresentThanEntitled';
  if (inFavour > present) return 'moreInFavourThanPresent';
  if (compare(present, entitled, presentAtLeast) < 0) return 'noQuorum';
  return compare(inFavour, entitled, inFavourMoreThan) > 0 ? undefined : 'failed';
}

function compare(count: number, of: number, { numerator, denominator }: Fraction): number {
  return count * denominator - of * numerator;
}
