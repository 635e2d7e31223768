import type { ActorContext } from '../../app/use-case.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { dueOf, type Due } from '../../domain/attendance/standing.js';
import { refById } from '../../domain/branch/people.js';
import { fullDateTime } from '../../words/dates.js';
import { personTitle } from '../../words/persons.js';
import type { Form } from '../form.js';
import { Hidden, Table } from '../parts/frame.js';
import type { Asked } from '../page.js';
import { marks } from './matrix.js';

/** The names of everybody due, to be tapped; for those who do not call it, how it stands. */
export function RollCall(props: {
  readonly context: ActorContext;
  readonly asked: Asked;
  readonly activity: Activity;
  readonly due: readonly Due[];
  readonly mayCall: boolean;
}) {
  const { context, asked, activity: one, due, mayCall } = props;
  const name = (id: number) => personTitle(refById(context.facts, id), context.rulebook);
  const typed = new Map(
    asked.form === null ? [] : marksOf(asked.form).map(({ person, now }) => [person, now]),
  );
  if (!mayCall)
    return (
      <Table
        caption="出勤"
        heads={['姓名', '出勤']}
        rows={due.map(({ row, standing }) => [name(row.person), marks[standing]])}
      />
    );
  return (
    <form method="post" action={`/desk/activity?id=${one.id}`}>
      <Hidden asked={asked} />
      <input type="hidden" name="activity" value={`${one.id}`} />
      <h2>点名</h2>
      <div class="roll">
        {due.map(({ row, standing }) => (
          <fieldset class="choices">
            <legend>{name(row.person)}</legend>
            {(['present', 'absent'] as const).map((presence) => (
              <label>
                <input
                  type="radio"
                  name={`p-${row.person}`}
                  value={presence}
                  checked={(typed.get(row.person) ?? row.presence) === presence}
                />{' '}
                <span>{presence === 'present' ? '到' : '缺'}</span>
              </label>
            ))}
            {(standing === 'onLeave' || standing === 'leavePending') && <span>{marks[standing]}</span>}
          </fieldset>
        ))}
      </div>
      <p class="foot acts">
        <button class="main" name="do" value="roll">
          登记点名
        </button>
        <button name="do" value="askAll">
          全到……
        </button>
        <input
          type="hidden"
          name="due"
          value={due.map(({ row }) => `${row.person}:${row.presence}`).join(' ')}
        />
      </p>
    </form>
  );
}

/** One press would mark everybody: who that is stands here first, and whether it has begun at all. */
export function Everybody(props: {
  readonly context: ActorContext;
  readonly asked: Asked;
  readonly id: number;
}) {
  const { context, asked, id } = props;
  const one = context.facts.get('activity', id);
  if (one === undefined) return <p class="card">没有这个活动。</p>;
  const marked = dueOf(context.facts, one).filter(({ standing }) => standing !== 'onLeave');
  const names = marked.map(({ row }) => personTitle(refById(context.facts, row.person), context.rulebook));
  return (
    <form method="post" action={`/desk/activity?id=${id}`} class="card">
      <Hidden asked={asked} />
      <input type="hidden" name="activity" value={`${id}`} />
      <h2>全部记为到会？</h2>
      {one.at > context.now && <p>{`活动还没有开始：${fullDateTime(one.at, context.today)}。`}</p>}
      <p>{`将记为到会的${names.length}人：${names.join('、')}`}</p>
      <p class="acts">
        <button class="main" name="do" value="all">
          都到了，登记
        </button>
        <a href={`/desk/activity?id=${id}`}>逐个点名</a>
      </p>
    </form>
  );
}

/** Of everybody due: what the page showed, and what is marked now. */
export function marksOf(form: Form) {
  return form
    .text('due')
    .split(' ')
    .map((one) => one.split(':'))
    .map(([person = '', was = '']) => ({ person: Number(person), was, now: form.text(`p-${person}`) }));
}
