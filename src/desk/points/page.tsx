import { proposePoints } from '../../app/points/propose.js';
import type { ProposalInput } from '../../app/points/refusals.js';
import { withoutScore } from '../../app/points/standing.js';
import type { ActorContext } from '../../app/use-case.js';
import { isHere, membersHere, refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Person } from '../../domain/roster/rows.js';
import { personTitle } from '../../words/persons.js';
import type { Form } from '../form.js';
import type { Orders, Page } from '../page.js';
import { Hidden } from '../parts/frame.js';
import { spellingOf } from '../parts/sought.js';
import { itemChoices } from './items.js';

/** Points for several people with one set of pictures; nothing counts before a ruling. */
export const points: Page = {
  path: '/points',
  title: '登记加减分',
  below: '/scores',
  who: proposePoints.who,
  inMenu: false,
  view(context, asked) {
    const { facts, rulebook, today } = context;
    const { form } = asked;
    const members = membersHere(facts).filter(
      (member) => member.id !== context.actor.id && withoutScore(context, member, yearOf(today)) === null,
    );
    const witnesses = facts
      .all('person')
      .filter((one) => isHere(one) && (one.kind === 'member' || one.kind === 'mass'));
    const chosen = form?.numbers('member') ?? [];
    const typed = (name: string) => form?.text(name) ?? '';
    return (
      <form method="post" action="/desk/points" enctype="multipart/form-data" class="card">
        <Hidden asked={asked} />
        <p class="muted">
          本人的加分，请在<a href="/desk/own">我的</a>里申报。
        </p>
        <People
          legend="为谁登记（可选多人）"
          name="member"
          persons={members}
          chosen={chosen}
          context={context}
        />
        <div class="fields">
          <label>
            <span>项目</span>
            <select name="item" required>
              <option value="">请选择</option>
              {itemChoices(rulebook)
                .map(({ side, item, grade, label }) => ({
                  value: `${side}:${item}:${grade?.id ?? ''}`,
                  label,
                }))
                .map(({ value, label }) => (
                  <option value={value} selected={value === typed('item')}>
                    {label}
                  </option>
                ))}
            </select>
          </label>
          <label>
            <span>次数（多数项目为1）</span>
            <input type="number" name="times" min={1} max={99} value={typed('times') || '1'} />
          </label>
          <label>
            <span>日期</span>
            <input type="date" name="on" max={today} value={typed('on') || today} required />
          </label>
        </div>
        <Reason reason={typed('reason')} />
        <People
          legend="证明人（没有材料的，选两位）"
          name="witness"
          persons={witnesses}
          chosen={form?.numbers('witness') ?? []}
          context={context}
        />
        <p class="acts">
          <button class="main">登记，请书记认定</button>
        </p>
      </form>
    );
  },
  read: readPoints,
};

function Reason({ reason }: { readonly reason: string }) {
  return (
    <div class="fields">
      <label>
        <span>事由</span>
        <input name="reason" value={reason} maxlength={200} required />
      </label>
      <label>
        <span>材料（图片或文件，可多选）</span>
        <input type="file" name="files" multiple />
      </label>
    </div>
  );
}

function People(props: {
  readonly legend: string;
  readonly name: string;
  readonly persons: readonly Person[];
  readonly chosen: readonly number[];
  readonly context: ActorContext;
}) {
  const { legend, name, persons, chosen, context } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="choices">
        {persons.map((person) => (
          <label data-find={spellingOf(person.name).join(' ')}>
            <input type="checkbox" name={name} value={`${person.id}`} checked={chosen.includes(person.id)} />{' '}
            <span>{personTitle(refOf(context.facts, person), context.rulebook)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

async function readPoints(form: Form): Promise<Orders> {
  const members = form.numbers('member');
  const [said, item = '', grade = ''] = form.text('item').split(':');
  const side = said === 'bonus' || said === 'deduction' ? said : undefined;
  if (members.length === 0) return { missing: '请先勾选为谁登记。' };
  if (side === undefined) return { missing: '请选择项目。' };
  if (form.day('on') === '') return { missing: '请选择日期。' };
  const input = {
    side,
    members: [...members],
    item: Number(item),
    grade: grade || null,
    times: Math.max(1, form.numbers('times')[0] ?? 1),
    reason: form.text('reason'),
    witnesses: [...form.numbers('witness')],
    deedOn: form.day('on'),
    gluedWitness: false,
    writtenDocument: null,
  } satisfies ProposalInput;
  return { orders: [() => proposePoints.intent(input)], files: await form.files('files') };
}
