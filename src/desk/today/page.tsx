import { todoOf } from '../../app/rulings/todo.js';
import { closeActivity } from '../../app/attendance/close.js';
import { mayAct } from '../../app/perform.js';
import { kindTitle } from '../../words/activities.js';
import { isPoints } from '../../domain/points/deeds.js';
import type { MatterCard } from '../../app/matters/card.js';
import type { ActorContext } from '../../app/use-case.js';
import { insteadTitle, registeredHead } from '../../chat/replies/rulings/matters.js';
import { openText } from '../../chat/replies/rulings/lists.js';
import { fullDate, fullDateTime } from '../../words/dates.js';
import { signed, itemTitle } from '../../words/items.js';
import { personTitle } from '../../words/persons.js';
import { LineForms } from '../lines/form.js';
import { Hidden } from '../parts/frame.js';
import type { Asked, Page } from '../page.js';
import { matterForms } from './forms.js';
import { read } from './read.js';
import { ToRule } from './to-rule.js';

/** Rows of one list: forty matters are ruled in one sitting, and the page stays light. */
const mostRows = 40;

/** What waits for me, oldest first, with its evidence beside it; the rest of my own below. */
export const today: Page = {
  path: '',
  title: '今天',
  who: 'everybody',
  inMenu: true,
  view(context, asked) {
    const todo = todoOf(context, mostRows);
    const all = [...todo.ruling.shown, ...todo.unheard.shown].sort((one, other) => one.number - other.number);
    const mine = all.slice(0, mostRows);
    const waiting = all.length + todo.ruling.more + todo.unheard.more;
    const rest = [todo.unproven, todo.underWay, todo.own].flatMap(({ shown }) => shown);
    const { yearToAudit, ruling: _ruling, unheard: _unheard, ...lists } = todo;
    const more = Object.values(lists).reduce((sum, list) => sum + list.more, 0);
    const isEmpty = mine.length + rest.length + todo.barred.shown.length + todo.witnessing.shown.length === 0;
    return (
      <>
        <p class="muted">{fullDateTime(context.now, context.today)}</p>
        {isEmpty && <p class="card">目前没有待办。</p>}
        {yearToAudit !== null && (
          <p class="card">
            <a href="/desk/year">{`${yearToAudit}年度考核等您审核`}</a>
          </p>
        )}
        <ToClose context={context} />
        {mine.length > 0 && <Mine {...{ context, asked, mine, waiting }} />}
        {todo.witnessing.shown.length > 0 && (
          <form method="post" action="/desk">
            <Hidden asked={asked} />
            <h2>请我证明</h2>
            {todo.witnessing.shown.map((card) => (
              <article class="card">
                <h3>
                  {`#${card.number} ${personTitle(card.subject, context.rulebook)} ${itemTitle(card, context.rulebook)} ${signed(card.points)}分`}
                </h3>
                <div class="lines">{witnessed(context, card.number)}</div>
                <div class="acts">
                  <button name="do" value={`bearWitness:${card.number}`}>
                    属实，我证明
                  </button>
                </div>
              </article>
            ))}
          </form>
        )}
        <Rows
          title="须由他人认定"
          rows={todo.barred.shown.map(
            ({ card, instead }) =>
              `#${card.number} ${registeredHead(card, context)}，${insteadTitle(instead, context)}`,
          )}
        />
        <Rows title="等待他人的，和我登记的" rows={rest.map((card) => openText(card, context))} />
        {more > 0 && <p class="muted">{`另有${more}条，办完上面的再列出。`}</p>}
        <LineForms {...{ context, asked }} forms={matterForms} at="/desk" title="其他办理" />
      </>
    );
  },
  forms: matterForms,
  read,
};

/** What waits for my ruling: one form, so that many can be confirmed at once. */
function Mine(props: {
  readonly context: ActorContext;
  readonly asked: Asked;
  readonly mine: readonly MatterCard[];
  readonly waiting: number;
}) {
  const { context, asked, mine, waiting } = props;
  return (
    <form method="post" action="/desk">
      <Hidden asked={asked} />
      {/* Enter in a field presses a form's first button, which would confirm the first matter. */}
      <button name="do" value="enter" tabindex={-1} hidden />
      <h2>{`待我认定（${waiting}条）`}</h2>
      {waiting > mine.length && (
        <p class="muted">{`从最早的列起，这里是前${mine.length}条；办完再列后面的。`}</p>
      )}
      {mine.map((card) => (
        <ToRule {...{ context, asked, card }} />
      ))}
      <div class="foot acts">
        <button class="main" name="do" value="confirm">
          确认勾选的各条
        </button>
        <span class="muted">逐条核对，各条单独认定；没有办成的会说明原因。</span>
      </div>
    </form>
  );
}

/** What has begun and is still to be called and ended, by those who do it. */
function ToClose({
  context: { facts, rulebook, actor, now, today: day },
}: {
  readonly context: ActorContext;
}) {
  const begun = mayAct(facts, actor, closeActivity.who)
    ? facts.all('activity').filter(({ state, at }) => state === 'announced' && at <= now)
    : [];
  return begun.length === 0 ? null : (
    <section>
      <h2>等我点名、结束的活动</h2>
      <ul class="card">
        {begun.map(({ id, kind, at }) => (
          <li>
            <a href={`/desk/activity?id=${id}`}>{`${kindTitle(kind, rulebook)} ${fullDateTime(at, day)}`}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) {
  return rows.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul class="card">
        {rows.map((row) => (
          <li>{row}</li>
        ))}
      </ul>
    </section>
  );
}

/** A witness certifies what they have read. */
function witnessed({ facts, today: day }: ActorContext, number: number): string {
  const matter = facts.get('matter', number);
  return matter === undefined || !isPoints(matter)
    ? ''
    : `事由：${matter.reason}（${fullDate(matter.deedOn, day)}）`;
}
