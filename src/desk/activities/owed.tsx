import type { ActorContext } from '../../app/use-case.js';
import { owedKinds, plannedIn, spansIn, type Span } from '../../domain/attendance/frequency.js';
import { dayOf, monthOf, yearOf } from '../../domain/period/civil.js';
import { kindTitle } from '../../words/activities.js';
import { shortSpan } from '../../words/periods.js';
import { Table } from '../parts/frame.js';

/** What the branch owes this year, span by span: held, announced, or still to be held. */
export function Owed({ context }: { readonly context: ActorContext }) {
  const { facts, rulebook, today } = context;
  const year = yearOf(today);
  const began = facts.branch.createdAt.slice(0, 10);
  const cell = (kind: string, span: Span) => {
    const planned = plannedIn(facts, kind, span);
    const day = (at: string) => `${monthOf(at.slice(0, 10))}月${dayOf(at.slice(0, 10))}日`;
    const held = planned.find(({ state }) => state === 'closed');
    if (held !== undefined) return `√ ${day(held.at)}`;
    const [next] = planned;
    if (next !== undefined) return `已通知 ${day(next.at)}`;
    if (span.last < began) return '';
    return span.last < today ? '欠' : span.first <= today ? '待办' : '';
  };
  return (
    <>
      <h2>{`${year}年三会一课`}</h2>
      <Table
        caption={`${year}年三会一课`}
        heads={['活动', '各期情况']}
        rows={owedKinds(facts, rulebook).map((owed) => [
          kindTitle(owed.kind, rulebook),
          <span class="spans">
            {spansIn(rulebook, owed, `${year}-01-01`, `${year}-12-31`).map((span) => (
              <span>{`${shortSpan(span)}：${cell(owed.kind, span) || '—'}`}</span>
            ))}
          </span>,
        ])}
      />
    </>
  );
}
