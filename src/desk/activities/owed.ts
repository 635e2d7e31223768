import type { ActorContext } from '../../app/use-case.js';
import { owedKinds, plannedIn, spansIn, type Span } from '../../domain/attendance/frequency.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { dateOf } from '../../domain/period/civil.js';

type State = 'held' | 'announced' | 'missed' | 'open' | 'ahead';

/** Each span of a year in which the branch owes a kind of activity, and how it stands. */
export function owedIn({ facts, rulebook, today }: ActorContext, year: number) {
  const began = dateOf(facts.branch.createdAt);
  const stateOf = (span: Span, planned: readonly Activity[]): State => {
    if (planned.some(({ state }) => state === 'closed')) return 'held';
    if (planned.length > 0) return 'announced';
    if (span.first > today || span.last < began) return 'ahead';
    return span.last < today ? 'missed' : 'open';
  };
  return owedKinds(facts, rulebook).map((owed) => ({
    kind: owed.kind,
    spans: spansIn(rulebook, owed, `${year}-01-01`, `${year}-12-31`).map((span) => ({
      span,
      state: stateOf(span, plannedIn(facts, owed.kind, span)),
    })),
  }));
}
