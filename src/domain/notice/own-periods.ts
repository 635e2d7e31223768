/**
 * The periods of a branch by the rulebook of each period's own year: December or the fourth quarter is published by the
 * old year's rule, although in January (SPEC §1, a new version never changes the past).
 */
import type { Facts } from '../branch/facts.js';
import { addDays, yearOf, type CivilDate, type CivilTime } from '../period/civil.js';
import type { WorkingDays } from '../period/working-days.js';
import { rulebookOfYear } from '../rulebook/adopted.js';
import type { Rulebook } from '../rulebook/schema.js';
import { periodNamed, periodOf, previewAt, publicationAt, type Period, type PeriodName } from './period.js';

/** The period that a notice or a hold names. */
export function ownPeriod(facts: Facts, rulebook: Rulebook, name: PeriodName): Period {
  return periodNamed(rulebookOfYear(facts, rulebook, name.year).publication.frequency, name);
}

/** The period in which a day lies; reads an instant as well. */
export function runningPeriod(facts: Facts, rulebook: Rulebook, date: CivilDate): Period {
  return periodOf(rulebookOfYear(facts, rulebook, yearOf(date)).publication.frequency, date);
}

/** The one that ended last. */
export function endedPeriod(facts: Facts, rulebook: Rulebook, date: CivilDate): Period {
  return runningPeriod(facts, rulebook, addDays(runningPeriod(facts, rulebook, date).first, -1));
}

export function ownPublicationAt(
  facts: Facts,
  rulebook: Rulebook,
  period: Period,
  days: WorkingDays,
): CivilTime {
  return publicationAt(period, rulebookOfYear(facts, rulebook, period.year), days);
}

export function ownPreviewAt(facts: Facts, rulebook: Rulebook, period: Period, days: WorkingDays): CivilTime {
  return previewAt(period, rulebookOfYear(facts, rulebook, period.year), days);
}
