/**
 * Shares of a body, counted exactly. The source speaks of those "near the top" and "near the end"; the rulebook reads a
 * tenth (SPEC §2). A tenth is rounded down, but there is always one first and one last. Where members of one score
 * would reach past the edge, none of them is in: no one comes before or after their equals.
 */
import type { Fraction } from '../../rulebook/schema/values.js';

/** So many of `members` make up the share: 1 of 9, 10, 13 and 19, 2 of 20, 3 of 30 for a tenth. */
export function shareOf(members: number, { numerator, denominator }: Fraction): number {
  return Math.max(1, Math.floor((members * numerator) / denominator));
}

/** True when as many as have at least this score fit into the first share. */
export function isInFirst(totals: readonly number[], total: number, share: Fraction): boolean {
  return totals.filter((other) => other >= total).length <= shareOf(totals.length, share);
}

/** True when as many as have at most this score fit into the last share. */
export function isInLast(totals: readonly number[], total: number, share: Fraction): boolean {
  return totals.filter((other) => other <= total).length <= shareOf(totals.length, share);
}

/** Exactly the share is still within it: 4 of 12 are a third, 4 of 11 are more. */
export function isMoreThan(count: number, members: number, { numerator, denominator }: Fraction): boolean {
  return count * denominator > members * numerator;
}

/** 1 is the highest; equals share a rank. */
export function rankOf(totals: readonly number[], total: number): number {
  return 1 + totals.filter((other) => other > total).length;
}
