import type { Facts } from '../../domain/branch/facts.js';
import { monthOf, yearOf } from '../../domain/period/civil.js';
import { isArchived } from '../../domain/year/archived.js';

/** The year that is meant without a word: in its first months the one that has ended, until it is archived; it was kept here at all. */
export function usualYear(facts: Facts, today: string): number {
  const last = yearOf(today) - 1;
  const kept = yearOf(facts.branch.createdAt) <= last;
  return kept && monthOf(today) <= 3 && !isArchived(facts, last) ? last : yearOf(today);
}
