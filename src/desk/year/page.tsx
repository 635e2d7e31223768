import { showYear } from '../../app/year/overview.js';
import { tableOf } from '../../app/year/table.js';
import type { ActorContext } from '../../app/use-case.js';
import { yearInHand } from '../../domain/year/in-hand.js';
import { lastNoticeDay, yearState, type Stage, type YearState } from '../../domain/year/state.js';
import { fullDate } from '../../words/dates.js';
import { signed, tierTitle } from '../../words/items.js';
import { personTitle } from '../../words/persons.js';
import { holderTitle } from '../../words/roster.js';
import { LineForms } from '../lines/form.js';
import type { LineForm } from '../lines/kind.js';
import type { Asked, Page } from '../page.js';
import { Years, yearRows } from '../branches/years.js';
import { Table } from '../parts/frame.js';
import { afterwards, appraisal, steps, yearForms } from './forms.js';
import { yearStanding } from './standing.js';

const at = '/desk/year';

/** The year end as a line of steps: what is done, what is missing, who does it; and the table. */
export const yearPage: Page = {
  path: '/year',
  title: '年终',
  who: showYear.who,
  inMenu: true,
  view(context, asked) {
    const year = yearInHand(context.facts, context.today);
    const state = year === null ? null : yearState(context.facts, year);
    return (
      <>
        <div class="card lines">{yearStanding(context).join('\n')}</div>
        {state !== null && <Steps {...{ context, asked, state }} />}
        {state !== null && state.lines.length > 0 && <Tiers {...{ context, state }} />}
        <LineForms {...{ context, asked, at }} forms={appraisal} title="民主评议" />
        <LineForms {...{ context, asked, at }} forms={afterwards} title="结果运用" />
        <Years {...{ context }} name="" rows={yearRows(context)} />
        <p class="links">
          <a href="/desk/notice">公示页</a> <a href={`/desk/papers?year=${year ?? ''}`}>年度材料</a>
        </p>
      </>
    );
  },
  forms: yearForms,
};

const order: readonly Stage[] = ['open', ...steps.map(({ stage }) => stage)];

function Steps(props: { readonly context: ActorContext; readonly asked: Asked; readonly state: YearState }) {
  const { context, asked, state } = props;
  const reached = order.indexOf(state.stage);
  const until = lastNoticeDay(state);
  return (
    <ol class="steps">
      {steps.map(({ name, stage, of, forms }, index) => {
        const isNow = index === reached;
        const word = index < reached ? '已完成' : isNow ? '现在办' : '未到';
        // A tier can be set again, and a notice put up, once their step is taken.
        const open = forms.filter(({ key }) => isNow || (index < reached && again.includes(key)));
        return (
          <li class="card" {...(isNow ? { 'aria-current': 'step' as const } : {})}>
            <h3>{`${index + 1}. ${name}（${word}）`}</h3>
            <p class="muted">{`由${ownersOf(of)}办理`}</p>
            {stage === 'archived' && isNow && until !== undefined && (
              <p>
                {context.today <= until
                  ? `公示到${fullDate(until, context.today)}结束，期满才能归档。`
                  : `公示已于${fullDate(until, context.today)}期满。`}
              </p>
            )}
            <LineForms {...{ context, asked, at }} forms={open} />
          </li>
        );
      })}
    </ol>
  );
}

const again: readonly string[] = ['tier', 'posted', 'readOut'];

function ownersOf({ who }: LineForm['of']): string {
  return typeof who === 'string' ? '' : who.map(holderTitle).join('、');
}

/** In the order of the roster, never a ranking. */
function Tiers({ context, state }: { readonly context: ActorContext; readonly state: YearState }) {
  const rulebook = context.rulebookOf(state.year);
  const title = `${state.year}年度考核表`;
  return (
    <>
      <h2>{title}</h2>
      <Table
        caption={title}
        heads={['姓名', '基础分', '加分', '减分', '总分', '建议等次', '会议等次']}
        numbers={[1, 2, 3, 4]}
        rows={tableOf(context, state).rows.map((row) => [
          personTitle(row.person, context.rulebook),
          row.base,
          signed(row.bonus),
          signed(-row.deductions),
          row.total,
          row.proposed === null ? '不评等次' : tierTitle(row.proposed, rulebook),
          row.meeting === null ? '' : tierTitle(row.meeting.tier, rulebook),
        ])}
      />
    </>
  );
}
