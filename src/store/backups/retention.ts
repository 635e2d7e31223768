import { addDays, dateOf, weekdayOf, type CivilTime } from '../../domain/period/civil.js';

/** How many daily copies stay: of the last days, the last one of each of the last weeks, and of each of the last months. */
const kept = { days: 7, weeks: 4, months: 12 } as const;

/** Those of the daily copies that make room. `copies`: when each was made, in any order. */
export function outlived<C extends { readonly at: CivilTime }>(copies: readonly C[]): readonly C[] {
  const newestFirst = [...copies].sort((one, other) => (one.at < other.at ? 1 : -1));
  const stay = new Set([
    ...newestOfEach(newestFirst, ({ at }) => dateOf(at)).slice(0, kept.days),
    ...newestOfEach(newestFirst, ({ at }) => mondayOf(dateOf(at))).slice(0, kept.weeks),
    ...newestOfEach(newestFirst, ({ at }) => at.slice(0, 7)).slice(0, kept.months),
  ]);
  return copies.filter((copy) => !stay.has(copy));
}

function newestOfEach<C>(newestFirst: readonly C[], spanOf: (copy: C) => string): readonly C[] {
  const spans = new Set<string>();
  return newestFirst.filter((copy) => !spans.has(spanOf(copy)) && spans.add(spanOf(copy)));
}

function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}
