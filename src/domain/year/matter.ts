import type { Facts } from '../branch/facts.js';
import type { KindRules, OfAnyKind } from '../matters/kind.js';
import type { FormerYearMatter } from '../rulings/rows.js';
import { isArchived } from './archived.js';

/** The table of a former year: no one listed in it rules on it. */
export const formerYear: KindRules<FormerYearMatter> = {
  columns: [],
  isQuiet: () => false,
  isReady: (facts, _rulebook, { year }, other) => whyNotFree(facts, year, other) === undefined,
  barredFrom: (_facts, { lines }, ruler) =>
    lines.some(({ person }) => person === ruler.id) ? 'inTheTable' : undefined,
  yearOf: (_facts, { year }) => year,
  fileOf: ({ file }) => file,
  hasNoSubject: true,
};

export type NotFree =
  | { readonly why: 'archived' | 'kept' | 'decidedBefore' }
  | { readonly why: 'openMatters'; readonly numbers: readonly number[] };

/** What has been kept of the year here: an entry, a step of the procedure, something that waits. Undefined: nothing. */
export function whyNotFree(
  facts: Facts,
  year: number,
  other: Pick<OfAnyKind, 'yearOf'>,
): NotFree | undefined {
  if (isArchived(facts, year)) return { why: 'archived' };
  if (facts.of('yearStep', year).length > 0) return { why: 'decidedBefore' };
  if (facts.all('entry').some((entry) => entry.year === year)) return { why: 'kept' };
  const numbers = facts
    .open()
    .filter((matter) => matter.kind !== 'formerYear' && other.yearOf(facts, matter) === year)
    .map(({ number }) => number);
  return numbers.length === 0 ? undefined : { why: 'openMatters', numbers };
}
