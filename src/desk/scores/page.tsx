import { showEverybodysScore } from '../../app/points/everybody.js';
import { proposePoints } from '../../app/points/propose.js';
import type { ProposalInput } from '../../app/points/refusals.js';
import { showDetails, withoutScore } from '../../app/points/standing.js';
import { mayAct } from '../../app/perform.js';
import { pointsOf } from '../../domain/rulebook/items.js';
import { membersHere, personOf, refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { entriesOf, scoreOf } from '../../domain/year/table/score.js';
import type { ActorContext } from '../../app/use-case.js';
import { signed } from '../../words/items.js';
import { personTitle } from '../../words/persons.js';
import type { Form } from '../form.js';
import { heard } from '../heard.js';
import { Hidden, Table } from '../parts/frame.js';
import type { Orders, Page } from '../page.js';
import { Proof } from '../today/page.js';

/** Everybody's score in the order of the roster, never a ranking. */
export const scores: Page = {
  path: '/scores',
  title: '积分',
  who: showEverybodysScore.who,
  inMenu: true,
  view(context, asked) {
    const { facts } = context;
    const year = Number(asked.query('year')) || yearOf(context.today);
    const rulebook = context.rulebookOf(year);
    const scored = membersHere(facts).filter((member) => withoutScore(context, member, year) === null);
    return (
      <>
        <p class="tabs">
          {[year - 1, year, year + 1]
            .filter((one) => one <= yearOf(context.today))
            .map((one) => (
              <a
                href={`/desk/scores?year=${one}`}
                {...(one === year ? { 'aria-current': 'page' as const } : {})}
              >{`${one}年`}</a>
            ))}
          {mayAct(facts, context.actor, proposePoints.who) && <a href="/desk/points">登记加减分</a>}
        </p>
        <Table
          caption={`${year}年积分`}
          heads={['姓名', '基础分', '加分', '减分', '总分']}
          numbers={[1, 2, 3, 4]}
          rows={scored.map((member) => {
            const score = scoreOf(facts, rulebook, member.id, year);
            return [
              <a href={`/desk/score?person=${member.id}&year=${year}`}>
                {personTitle(refOf(facts, member), rulebook)}
              </a>,
              score.base,
              signed(score.bonus),
              signed(-score.deductions),
              score.vetoed ? `${score.total}（一票否决）` : score.total,
            ];
          })}
        />
        <p class="muted">按名册顺序，不排名。点姓名看每一分的依据。</p>
      </>
    );
  },
};

/** One member's lines with reason, evidence and ruler, and the year before beside it. */
export const score: Page = {
  path: '/score',
  title: '积分明细',
  who: 'members',
  inMenu: false,
  view(context, asked) {
    const { facts, actor } = context;
    const member = Number(asked.query('person')) || actor.id;
    const year = Number(asked.query('year')) || yearOf(context.today);
    if (facts.get('person', member) === undefined) return <p class="card">名册上没有这个人。</p>;
    const text = heard(
      context,
      showDetails.intent({ member: member === actor.id ? null : member, year, picture: false }),
    );
    const matters = [...new Set(entriesOf(facts, member, year).map(({ matter }) => matter))];
    return (
      <>
        <div class="card lines">{text}</div>
        <Chart context={context} member={member} year={year} />
        {matters.map((number) => (
          <Proof context={context} number={number} />
        ))}
      </>
    );
  },
};

/** This year against the one before, side by side. */
function Chart(props: { readonly context: ActorContext; readonly member: number; readonly year: number }) {
  const { context, member, year } = props;
  const { facts } = context;
  const person = personOf(facts, member);
  const years = [year - 1, year].filter((one) => withoutScore(context, person, one) === null);
  const rows = years.map((one) => ({
    year: one,
    total: scoreOf(facts, context.rulebookOf(one), member, one).total,
  }));
  const most = Math.max(1, ...rows.map(({ total }) => total));
  return rows.length < 2 ? null : (
    <figure class="card">
      <figcaption class="muted">与上一年对照</figcaption>
      <svg viewBox={`0 0 420 ${rows.length * 34}`} role="img" aria-label="两年积分对照" width="420">
        {rows.map(({ year: one, total }, index) => (
          <g>
            <text x="0" y={`${index * 34 + 21}`} fill="currentColor" font-size="14">{`${one}年`}</text>
            <rect
              x="60"
              y={`${index * 34 + 6}`}
              width={`${Math.round((total / most) * 290)}`}
              height="22"
              fill="#a8281e"
            />
            <text
              x={`${66 + Math.round((total / most) * 290)}`}
              y={`${index * 34 + 21}`}
              fill="currentColor"
              font-size="14"
            >
              {total}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** Points for several people with one set of pictures; nothing counts before a ruling. */
export const points: Page = {
  path: '/points',
  title: '登记加减分',
  who: proposePoints.who,
  inMenu: false,
  view(context, asked) {
    const { facts, rulebook, today } = context;
    const { form } = asked;
    const members = membersHere(facts).filter(
      (member) => withoutScore(context, member, yearOf(today)) === null,
    );
    const chosen = form?.numbers('member') ?? [];
    const typed = (name: string) => form?.text(name) ?? '';
    return (
      <form method="post" action="/desk/points" enctype="multipart/form-data" class="card">
        <Hidden asked={asked} />
        <fieldset>
          <legend>为谁登记（可选多人）</legend>
          <div class="choices">
            {members.map((member) => (
              <label>
                <input
                  type="checkbox"
                  name="member"
                  value={`${member.id}`}
                  checked={chosen.includes(member.id)}
                />{' '}
                <span>{personTitle(refOf(facts, member), rulebook)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div class="fields">
          <label>
            <span>项目</span>
            <select name="item" required>
              <option value="">请选择</option>
              {choices(rulebook).map(({ value, label }) => (
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
        <div class="fields">
          <label>
            <span>事由</span>
            <input name="reason" value={typed('reason')} maxlength={200} required />
          </label>
          <label>
            <span>材料（图片或文件，可多选）</span>
            <input type="file" name="files" multiple />
          </label>
        </div>
        <p class="acts">
          <button class="main">登记，请书记认定</button>
        </p>
      </form>
    );
  },
  read: readPoints,
};

/** Items that are entered by hand, each grade a choice of its own. */
function choices({ items }: Rulebook): readonly { readonly value: string; readonly label: string }[] {
  return items
    .filter(({ sources }) => sources.includes('manual'))
    .flatMap((item) => {
      const { number, title, side } = item;
      const grades = item.grades.length === 0 ? [undefined] : item.grades;
      return grades.map((grade) => ({
        value: `${side}:${number}:${grade?.id ?? ''}`,
        label: `第${number}项 ${title}${grade ? `（${grade.label}）` : ''} ${signed(pointsOf(item, grade, 1))}分`,
      }));
    });
}

async function readPoints(form: Form): Promise<Orders> {
  const members = form.numbers('member');
  const [said, item = '', grade = ''] = form.text('item').split(':');
  const side = said === 'bonus' || said === 'deduction' ? said : undefined;
  if (members.length === 0) return { missing: '请先勾选为谁登记。' };
  if (side === undefined) return { missing: '请选择项目。' };
  const input = {
    side,
    members: [...members],
    item: Number(item),
    grade: grade || null,
    times: Math.max(1, form.numbers('times')[0] ?? 1),
    reason: form.text('reason'),
    witnesses: [],
    deedOn: form.text('on'),
    gluedWitness: false,
    writtenDocument: null,
  } satisfies ProposalInput;
  return { orders: [() => proposePoints.intent(input)], files: await form.files('files') };
}
