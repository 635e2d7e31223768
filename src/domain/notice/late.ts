import type { Facts } from '../branch/facts.js';
import { dateOf, type CivilTime } from '../period/civil.js';
import type { WorkingDays } from '../period/working-days.js';
import type { Rulebook } from '../rulebook/schema.js';
import { holdOf } from './holds.js';
import { endedPeriod, ownPublicationAt } from './own-periods.js';
import type { Period } from './period.js';
import { composePublication, noticeOf } from './publication.js';
import type { Hold } from './rows.js';

/** A publication that should be out and is not. */
export interface LatePublication {
  readonly period: Period;
  readonly dueAt: CivilTime;
  /** Why, where an officer holds it back. */
  readonly hold: Hold | null;
}

/** Periods looked back at: a year of quarters, and as many months. */
const periodsBack = 4;

/**
 * Publications past their time, oldest first. What fell due before the branch was here, and a period in which nobody
 * was scored, is owed by nobody.
 */
export function latePublications(
  facts: Facts,
  rulebook: Rulebook,
  days: WorkingDays,
  now: CivilTime,
): readonly LatePublication[] {
  const late: LatePublication[] = [];
  let period = endedPeriod(facts, rulebook, dateOf(now));
  for (let back = 0; back < periodsBack; back += 1, period = endedPeriod(facts, rulebook, period.first)) {
    const dueAt = ownPublicationAt(facts, rulebook, period, days);
    if (dueAt <= facts.branch.createdAt) break;
    if (dueAt > now || noticeOf(facts, period) !== undefined) continue;
    if (composePublication(facts, rulebook, period).lines.length === 0) continue;
    late.unshift({ period, dueAt, hold: holdOf(facts, period) ?? null });
  }
  return late;
}
