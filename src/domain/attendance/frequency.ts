/** How often the branch owes each kind of activity (source, part two, 4: 三会一课 and 民主评议 are kept up). */
import type { Facts } from '../branch/facts.js';
import { holders } from '../branch/people.js';
import { addDays, addMonths, dateOf, monthOf, yearOf, type CivilDate, type Days } from '../period/civil.js';
import { firstDayOf, monthNamed } from '../period/months.js';
import type { ActivityKind, Rulebook } from '../rulebook/schema.js';
import type { Activity } from './rows.js';

export type Frequency = Exclude<ActivityKind['frequency'], 'none'>;

/** A month, quarter or year. */
export interface Span extends Days {
  readonly frequency: Frequency;
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

/** The spans that overlap a period, in order. */
export function spansIn(frequency: Frequency, from: CivilDate, until: CivilDate): readonly Span[] {
  const spans: Span[] = [];
  for (let day = from; day <= until;) {
    const span = spanOf(frequency, day);
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
    .map((owed) => ({ ...owed, span: spanOf(owed.frequency, day) }))
    .filter(({ kind, span }) => plannedIn(facts, kind, span).length === 0);
}

/** Whether it is high time: the month itself, the last month of a quarter, the last quarter of a year. */
export function isUrgent({ frequency, last }: Span, day: CivilDate): boolean {
  const months = { monthly: 1, quarterly: 1, yearly: 3 }[frequency];
  return day >= addMonths(addDays(last, 1), -months);
}
