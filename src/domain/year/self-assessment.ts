import type { Facts } from '../branch/facts.js';
import { monthOf, yearOf, type CivilDate } from '../period/civil.js';
import type { BaseItem } from '../rulebook/schema.js';
import { yearInHand } from './in-hand.js';
import { isDecided, type YearState } from './state.js';

/** In its last month the running year is assessed. */
const assessmentMonth = 12;

/** This year, and the last one as long as it waits for its archive. */
export function assessableYears(facts: Facts, today: CivilDate): readonly number[] {
  const current = yearOf(today);
  return yearInHand(facts, today) === current - 1 ? [current - 1, current] : [current];
}

/** The year that a self-assessment without one is for: in December the running one, else the first that is assessable. */
export function assessedYear(facts: Facts, today: CivilDate): number {
  const [first = yearOf(today)] = assessableYears(facts, today);
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
