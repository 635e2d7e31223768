import type { ActorContext } from '../../app/use-case.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import { monthIn, monthNamed } from '../../domain/period/months.js';
import { kindTitle } from '../../words/activities.js';
import { shortDay, shortMonth } from '../../words/dates.js';
import { shortSpan } from '../../words/periods.js';
import { owedIn } from './owed.js';

interface Days {
  readonly context: ActorContext;
  readonly year: number;
  /** Of the year, in their order. */
  readonly all: readonly Activity[];
  /** What the branch owes is for those who keep it. */
  readonly showsOwed: boolean;
}

/** The twelve months of a year: what was held, what is announced, and what the branch still owes by the end of which. */
export function Calendar({ context, year, all, showsOwed }: Days) {
  const { today } = context;
  const owed = showsOwed ? owedBy(context, year) : [];
  return (
    <ol class="months">
      {Array.from({ length: 12 }, (_, index) => monthNamed(year, index + 1)).map((month) => (
        <li class="card" {...(month === monthIn(today) ? { 'aria-current': 'date' as const } : {})}>
          <h3>{shortMonth(month)}</h3>
          <ul>
            {all
              .filter(({ at }) => monthIn(dateOf(at)) === month)
              .map((one) => (
                <Held one={one} context={context} />
              ))}
            {owed
              .filter((one) => one.month === month)
              .map(({ text, isMissed }) => (
                <li class={isMissed ? 'owed' : ''}>{text}</li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Held({
  one: { id, kind, at, state },
  context,
}: {
  readonly one: Activity;
  readonly context: ActorContext;
}) {
  const word = state === 'closed' ? '√ ' : at > context.now ? '已通知 ' : '待结束 ';
  return (
    <li>
      {word}
      <a href={`/desk/activity?id=${id}`}>{kindTitle(kind, context.rulebook)}</a>
      {` ${shortDay(dateOf(at))}`}
    </li>
  );
}

/** What is missed, and what has begun to be owed, in the month by whose end it is to be held. */
function owedBy(context: ActorContext, year: number) {
  return owedIn(context, year).flatMap(({ kind, spans }) =>
    spans
      .filter(({ state }) => state === 'missed' || state === 'open')
      .map(({ span, state }) => {
        const title = kindTitle(kind, context.rulebook);
        const whole = span.frequency === 'monthly' ? title : `${title}（${shortSpan(span)}）`;
        const isMissed = state === 'missed';
        // A meeting of this year may be held in the first months of the next.
        const month = yearOf(span.last) > year ? monthNamed(year, 12) : monthIn(span.last);
        return { month, isMissed, text: isMissed ? `欠 ${whole}` : `还要开 ${whole}` };
      }),
  );
}
