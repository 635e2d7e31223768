import type { Facts } from '../branch/facts.js';
import {
  addDays,
  dateOf,
  yearOf,
  addMonths,
  monthOf,
  type CivilDate,
  type CivilTime,
  type Days,
} from '../period/civil.js';
import { addWorkingDays, nextWorkingDay, type WorkingDays } from '../period/working-days.js';
import { rulebookOfYear } from '../rulebook/adopted.js';
import type { Rulebook } from '../rulebook/schema.js';
import { yearPeriod } from '../period/half-year.js';

/**
 * The periods of a branch by the rulebook of each period's own year: December or the fourth quarter is published by the
 * old year's rule, although in January (SPEC §1, a new version never changes the past).
 */

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

/** It was over before the branch was here: nothing of it was ruled, so nothing of it is published. */
export function isBeforeBranch({ branch }: Facts, { last }: Pick<Period, 'last'>): boolean {
  return last < dateOf(branch.createdAt);
}

export function ownPublicationAt(
  facts: Facts,
  rulebook: Rulebook,
  period: Period,
  days: WorkingDays,
): CivilTime {
  const postponed = facts.get('postponement', period.year, period.period);
  return postponed?.publishAt ?? publicationAt(period, rulebookOfYear(facts, rulebook, period.year), days);
}

export function ownPreviewAt(facts: Facts, rulebook: Rulebook, period: Period, days: WorkingDays): CivilTime {
  return previewAt(period, rulebookOfYear(facts, rulebook, period.year), days);
}

/**
 * The periods by which a branch publishes its points, and when each of them is due (SPEC §2, "publication").
 * A rulebook publishes by quarter or by month, never by both; `period` is the number of the quarter or month.
 */

type Frequency = Rulebook['publication']['frequency'];

export interface Period extends Days {
  readonly frequency: Frequency;
  readonly year: number;
  readonly period: number;
}

/** A period by its numbers, as notices and holds carry them. */
export type PeriodName = Pick<Period, 'year' | 'period'>;

const months: { readonly [F in Frequency]: number } = { quarterly: 3, monthly: 1 };

export function periodNamed(frequency: Frequency, { year, period }: PeriodName): Period {
  const length = months[frequency];
  const first = `${year}-${String((period - 1) * length + 1).padStart(2, '0')}-01`;
  return { frequency, year, period, first, last: addDays(addMonths(first, length), -1) };
}

/** The period in which a day lies; reads an instant as well. */
export function periodOf(frequency: Frequency, date: CivilDate): Period {
  const period = Math.ceil(monthOf(date) / months[frequency]);
  return periodNamed(frequency, { year: yearOf(date), period });
}

export function periodAfter({ frequency, last }: Period): Period {
  return periodOf(frequency, addDays(last, 1));
}

/** The first working day after the period, at the rulebook's time. */
export function publicationAt(period: Period, rulebook: Rulebook, days: WorkingDays): CivilTime {
  return `${nextWorkingDay(days, addDays(period.last, 1))}T${rulebook.publication.time}:00`;
}

/** When the secretary sees it first: so many working days before, perhaps still inside the period. */
export function previewAt(period: Period, rulebook: Rulebook, days: WorkingDays): CivilTime {
  const { workingDaysBefore, time } = rulebook.publication.preview;
  const published = publicationAt(period, rulebook, days).slice(0, 10);
  return `${addWorkingDays(days, published, -workingDaysBefore)}T${time}:00`;
}

/** Of which time a paper is. */
export interface Span {
  readonly year: number;
  readonly quarter: number | null;
}

/** First and last day of it. */
export function daysOf({ year, quarter }: Span): Days {
  return quarter === null ? yearPeriod(year) : periodNamed('quarterly', { year, period: quarter });
}
