import type { ActorContext } from '../../app/use-case.js';
import { owedKinds, plannedIn, spansIn, type Span } from '../../domain/attendance/frequency.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import { kindTitle } from '../../words/activities.js';
import { monthAndDay } from '../../words/dates.js';
import { shortSpan } from '../../words/periods.js';
import { Table } from '../parts/frame.js';

type State = 'held' | 'announced' | 'missed' | 'open' | 'ahead';

/** Each span of this year in which the branch owes a kind of activity, and how it stands. */
export function owedThisYear({ facts, rulebook, today }: ActorContext) {
  const year = yearOf(today);
  const began = dateOf(facts.branch.createdAt);
  const stateOf = (span: Span, planned: readonly Activity[]): State => {
    if (planned.some(({ state }) => state === 'closed')) return 'held';
    if (planned.length > 0) return 'announced';
    if (span.first > today || span.last < began) return 'ahead';
    return span.last < today ? 'missed' : 'open';
  };
  return owedKinds(facts, rulebook).map((owed) => ({
    kind: owed.kind,
    spans: spansIn(rulebook, owed, `${year}-01-01`, `${year}-12-31`).map((span) => {
      const planned = plannedIn(facts, owed.kind, span);
      const [shown] = [...planned.filter(({ state }) => state === 'closed'), ...planned];
      return { span, state: stateOf(span, planned), on: shown === undefined ? null : dateOf(shown.at) };
    }),
  }));
}

const words = { held: '√', announced: '已通知', missed: '欠', open: '待办', ahead: '—' } as const;

/** What the branch owes this year, span by span: held, announced, or still to be held. */
export function Owed({ context }: { readonly context: ActorContext }) {
  const title = `${yearOf(context.today)}年三会一课`;
  return (
    <>
      <h2>{title}</h2>
      <Table
        caption={title}
        heads={['活动', '各期情况']}
        rows={owedThisYear(context).map(({ kind, spans }) => [
          kindTitle(kind, context.rulebook),
          <span class="spans">
            {spans.map(({ span, state, on }) => (
              <span>{`${shortSpan(span)}：${words[state]}${on === null ? '' : ` ${monthAndDay(on)}`}`}</span>
            ))}
          </span>,
        ])}
      />
    </>
  );
}
