import type { Rulebook } from '../rulebook/schema.js';

type Votes = Rulebook['votes'];

/** A vote of the meeting. Counts are persons; `entitled` 应到, `present` 实到. */
export interface Vote {
  readonly entitled: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** A vote of the meeting, and who reported it. */
export type RecordedVote = Vote & { readonly by: number; readonly at: string };

/** Whether enough came: by default half of those entitled, and half is enough (SPEC §2, veto; §3, `/表决`). */
export function isQuorate({ entitled, present }: Pick<Vote, 'entitled' | 'present'>, votes: Votes): boolean {
  const { numerator, denominator } = votes.presentAtLeast;
  return present * denominator >= entitled * numerator;
}

/** Whether the motion was carried: by default by more than half of those entitled, so half is not enough. */
export function isCarried(
  { entitled, inFavour }: Pick<Vote, 'entitled' | 'inFavour'>,
  votes: Votes,
): boolean {
  const { numerator, denominator } = votes.inFavourMoreThan;
  return inFavour * denominator > entitled * numerator;
}

/** Whether it holds for all who have a vote too: a smaller 应到 that somebody typed never carries a motion. */
export function standsFor(vote: Omit<Vote, 'against' | 'abstained'>, most: number, votes: Votes): boolean {
  const whole = { ...vote, entitled: most };
  return isQuorate(whole, votes) && isCarried(whole, votes);
}

/** The fewest persons that are at least this share of `whole`: what a refusal asks for. */
export function leastPresent(whole: number, { presentAtLeast }: Votes): number {
  return Math.ceil((whole * presentAtLeast.numerator) / presentAtLeast.denominator);
}

/** The fewest votes that carry a motion. */
export function leastInFavour(whole: number, { inFavourMoreThan }: Votes): number {
  return Math.floor((whole * inFavourMoreThan.numerator) / inFavourMoreThan.denominator) + 1;
}
