import type { Facts } from '../branch/facts.js';
import { monthOf, yearOf, type CivilDate } from '../period/civil.js';
import type { BaseItem } from '../rulebook/schema.js';
import { unfinishedYears, yearInHand } from './in-hand.js';
import { isDecided, type YearState } from './state.js';

/** In its last month the running year is assessed. */
const assessmentMonth = 12;

/** This year, the last one and the one in hand, as far as they wait for their archive: two years may be open at once. */
export function assessableYears(facts: Facts, today: CivilDate): readonly number[] {
  const current = yearOf(today);
  const hand = yearInHand(facts, today);
  const last = unfinishedYears(facts, today).filter((year) => year === current - 1);
  return [...new Set([...(hand === null ? [] : [hand]), ...last, current])].sort((one, other) => one - other);
}

/** The year that a self-assessment without one is for: in December the running one, else the last one until its archive. */
export function assessedYear(facts: Facts, today: CivilDate): number {
  const [last, current] = [yearOf(today) - 1, yearOf(today)];
  const first = assessableYears(facts, today).includes(last) ? last : current;
  return monthOf(today) >= assessmentMonth ? yearOf(today) : first;
}

/** Until the meeting decides; after a return again. */
export function maySelfAssess(state: YearState): boolean {
  return !isDecided(state) && state.stage !== 'archived';
}

export type SelfProblem =
  | { readonly kind: 'count'; readonly given: number; readonly wanted: number }
  | { readonly kind: 'tooMuch'; readonly item: BaseItem; readonly given: number }
  /** Part by part, but not with this item's parts. */
  | { readonly kind: 'parts'; readonly item: BaseItem };

/** @param points one entry for each base item: its points, or those of its parts (5+5+5) */
export function selfProblem(
  items: readonly BaseItem[],
  points: readonly (readonly number[])[],
): SelfProblem | undefined {
  if (points.length !== items.length) return { kind: 'count', given: points.length, wanted: items.length };
  for (const [index, item] of items.entries()) {
    const parts = points[index] ?? [];
    const given = sumOf(parts);
    if (given > item.points) return { kind: 'tooMuch', item, given };
    if (parts.length === 1) continue;
    const fits =
      parts.length === item.parts.length && parts.every((part, at) => part <= (item.parts[at] ?? 0));
    if (!fits) return { kind: 'parts', item };
  }
  return undefined;
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
