import { scoredThen, showEverybodysScore } from '../../app/points/everybody.js';
import { proposePoints } from '../../app/points/propose.js';
import { showDetails, withoutScore } from '../../app/points/standing.js';
import { mayAct } from '../../app/perform.js';
import { seesOthers } from '../../app/roster/register/readers.js';
import { personOf, refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepsMatter } from '../../domain/roster/offices.js';
import { entriesOf, scoreOf } from '../../domain/year/table/score.js';
import { pointsCard } from '../../app/matters/points.js';
import { rulers } from '../../app/who.js';
import { barredFrom } from '../../domain/rulings/four-eyes.js';
import { isPoints } from '../../domain/points/deeds.js';
import type { ActorContext } from '../../app/use-case.js';
import { signed } from '../../words/items.js';
import { personTitle } from '../../words/persons.js';
import { heard } from '../heard.js';
import { Table } from '../parts/frame.js';
import { YearTabs } from '../parts/years.js';
import { yearAsked, type Page } from '../page.js';
import { Proof } from '../today/to-rule.js';

/** Everybody's score in the order of the roster, never a ranking. */
export const scores: Page = {
  path: '/scores',
  title: '积分',
  who: showEverybodysScore.who,
  inMenu: true,
  view(context, asked) {
    const { facts } = context;
    const year = yearAsked(asked, context.today);
    const rulebook = context.rulebookOf(year);
    const scored = scoredThen(context, year);
    const waiting = waitingFor(context, year);
    return (
      <>
        <YearTabs year={year} last={yearOf(context.today)} at="/desk/scores">
          {mayAct(facts, context.actor, proposePoints.who) && <a href="/desk/points">登记加减分</a>}
        </YearTabs>
        <Table
          caption={`${year}年积分`}
          heads={['姓名', '基础分', '加分', '减分', '总分', '待认定的']}
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
              waiting.has(member.id) ? <div class="wide">{shortly(waiting.get(member.id) ?? [])}</div> : '',
            ];
          })}
        />
        <p class="muted">按名册顺序，不排名。点姓名看每一分的依据。</p>
      </>
    );
  },
};

/** Of many the first: the others are on the member's own page. */
function shortly(texts: readonly string[]): string {
  const most = 2;
  return texts.length > most ? `${texts.slice(0, most).join('，')}，等${texts.length}条` : texts.join('，');
}

/** What would be added once it is ruled: of the matters that the reader may rule on, or entered. */
function waitingFor({ facts, actor }: ActorContext, year: number): ReadonlyMap<number, readonly string[]> {
  const rules = mayAct(facts, actor, rulers);
  const found = new Map<number, readonly string[]>();
  for (const matter of facts.open().filter(isPoints)) {
    const { number, subject, deedOn } = matter;
    const isMine =
      keepsMatter(facts, matter, actor.id) || (rules && barredFrom(facts, matter, actor) === undefined);
    if (!isMine || yearOf(deedOn) !== year) continue;
    const text = `#${number} ${signed(pointsCard(facts, matter).points)}`;
    found.set(subject, [...(found.get(subject) ?? []), text]);
  }
  return found;
}

/** One member's lines with reason, evidence and ruler, and the year before beside it. */
export const score: Page = {
  path: '/score',
  title: '积分明细',
  below: '/scores',
  who: showDetails.who,
  inMenu: false,
  view(context, asked) {
    const { facts, actor } = context;
    const member = Number(asked.query('person')) || actor.id;
    const year = yearAsked(asked, context.today);
    if (facts.get('person', member) === undefined) return <p class="card">名册上没有这个人。</p>;
    const text = heard(
      context,
      showDetails.intent({ member: member === actor.id ? null : member, year, picture: false }),
    );
    if (member !== actor.id && !seesOthers(facts, actor)) return <p class="card">{text}</p>;
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
      <svg viewBox={`0 0 420 ${rows.length * 34}`} role="img" aria-label="两年积分对照" class="chart">
        {rows.map(({ year: one, total }, index) => (
          <g>
            <text x="0" y={`${index * 34 + 21}`} fill="currentColor" font-size="14">{`${one}年`}</text>
            <rect x="60" y={`${index * 34 + 6}`} width={`${Math.round((total / most) * 290)}`} height="22" />
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
