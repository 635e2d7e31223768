/** How often the branch owes each kind of activity (source, part two, 4: 三会一课 and 民主评议 are kept up). */
import type { Facts } from '../branch/facts.js';
import { holders } from '../branch/people.js';
import { addDays, addMonths, dateOf, monthOf, yearOf, type CivilDate, type Days } from '../period/civil.js';
import { firstDayOf, lastDayOf, monthNamed, type Month } from '../period/months.js';
import type { ActivityKind, Rulebook } from '../rulebook/schema.js';
import type { Activity } from './rows.js';

export type Frequency = Exclude<ActivityKind['frequency'], 'none'>;

/** When 组织生活会 and 民主评议 of a year are held. */
interface Season {
  readonly year: number;
  readonly since: Month;
  readonly last: Month;
}

/** A month, quarter or year; `season` of a meeting with months of its own, for which late in the year before will do too. */
export interface Span extends Days {
  readonly frequency: Frequency;
  readonly season?: Season;
}

interface Owed {
  readonly kind: string;
  readonly frequency: Frequency;
}

const lengths: { readonly [F in Frequency]: number } = { monthly: 1, quarterly: 3, yearly: 12 };

/** The span in which a day lies. */
export function spanOf(frequency: Frequency, day: CivilDate): Span {
  const length = lengths[frequency];
  const month = Math.floor((monthOf(day) - 1) / length) * length + 1;
  const first = firstDayOf(monthNamed(yearOf(day), month));
  return { frequency, first, last: addDays(addMonths(first, length), -1) };
}

/** From here on a year is summed up while it still runs. */
export const summingUpFromMonth = 10;

/** The span of the yearly meetings of a year (`activities.appraisal.held`). */
export function seasonOf({ activities }: Rulebook, year: number): Span {
  const { from, to, of } = activities.appraisal.held;
  const held = of === 'yearBefore' ? year + 1 : year;
  const season = { year, since: monthNamed(held, from), last: monthNamed(held, to) };
  const first = firstDayOf(monthNamed(year, of === 'yearBefore' ? summingUpFromMonth : 1));
  return { frequency: 'yearly', first, last: lastDayOf(season.last), season };
}

/** The span of a kind in which a day lies; of a yearly meeting with months of its own, the next one to end. */
export function spanFor(rulebook: Rulebook, { kind, frequency }: Owed, day: CivilDate): Span {
  if (frequency !== 'yearly' || !rulebook.activities.appraisal.kinds.includes(kind))
    return spanOf(frequency, day);
  const [next] = [yearOf(day) - 1, yearOf(day)]
    .map((year) => seasonOf(rulebook, year))
    .filter(({ last }) => last >= day);
  return next ?? seasonOf(rulebook, yearOf(day) + 1);
}

/** The spans of a kind that overlap a period, in order. */
export function spansIn(rulebook: Rulebook, owed: Owed, from: CivilDate, until: CivilDate): readonly Span[] {
  const spans: Span[] = [];
  for (let day = from; day <= until;) {
    const span = spanFor(rulebook, owed, day);
    if (span.first > until) break;
    spans.push(span);
    day = addDays(span.last, 1);
  }
  return spans;
}

/** Kinds the branch owes; those of the committee only while it has a committee member. */
export function owedKinds(facts: Facts, rulebook: Rulebook): readonly Owed[] {
  const hasCommittee = holders(facts, 'committeeMember').length > 0;
  return rulebook.activities.kinds
    .filter(({ audience }) => audience !== 'committee' || hasCommittee)
    .flatMap(({ id, frequency }) => (frequency === 'none' ? [] : [{ kind: id, frequency }]));
}

/** Activities of a kind in a span, but for those that were called off. */
export function plannedIn(facts: Facts, kind: string, { first, last }: Span): readonly Activity[] {
  return facts
    .all('activity')
    .filter((activity) => activity.kind === kind && activity.state !== 'cancelled')
    .filter(({ at }) => dateOf(at) >= first && dateOf(at) <= last);
}

/** What is neither held nor announced for the span in which the day lies. */
export function missingAt(
  facts: Facts,
  rulebook: Rulebook,
  day: CivilDate,
): readonly (Owed & { readonly span: Span })[] {
  return owedKinds(facts, rulebook)
    .map((owed) => ({ ...owed, span: spanFor(rulebook, owed, day) }))
    .filter(({ kind, span }) => plannedIn(facts, kind, span).length === 0);
}

/** Whether it is high time: the month itself, the last month of a quarter, the last quarter of a year, its own months. */
export function isUrgent({ frequency, last, season }: Span, day: CivilDate): boolean {
  if (season !== undefined) return day >= firstDayOf(season.since);
  const months = { monthly: 1, quarterly: 1, yearly: 3 }[frequency];
  return day >= addMonths(addDays(last, 1), -months);
}
