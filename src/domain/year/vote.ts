import type { Rulebook } from '../rulebook/schema.js';
import type { Vote } from '../rulings/votes.js';
import { isCarried, isQuorate, standsFor } from '../rulings/votes.js';

/** Persons: 应到, 实到, 同意. */
export type YearVote = Pick<Vote, 'entitled' | 'present' | 'inFavour'>;

export type VoteProblem =
  /** More 应到 than have a vote. */
  | 'tooManyEntitled'
  /** Fewer 应到 than have a vote, and only that would have carried it. */
  | 'tooFewEntitled'
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
export function voteProblem(votes: Rulebook['votes'], vote: YearVote, most: number): VoteProblem | undefined {
  const { entitled, present, inFavour } = vote;
  if (entitled < 1) return 'nobodyEntitled';
  if (entitled > most) return 'tooManyEntitled';
  if (present > entitled) return 'morePresentThanEntitled';
  if (inFavour > present) return 'moreInFavourThanPresent';
  if (!isQuorate(vote, votes)) return 'noQuorum';
  if (!isCarried(vote, votes)) return 'failed';
  return standsFor(vote, most, votes) ? undefined : 'tooFewEntitled';
}
