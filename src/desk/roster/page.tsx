import { rosterReaders, rosterLine, showRoster } from '../../app/roster/register/show.js';
import type { ActorContext } from '../../app/use-case.js';
import { mayAct } from '../../app/perform.js';
import { isHere, refOf } from '../../domain/branch/people.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import { personTitle } from '../../words/persons.js';
import { fullDate } from '../../words/dates.js';
import { officesTitle, officeTitle, standingTitle } from '../../words/roster.js';
import { heard } from '../heard.js';
import { LineForms } from '../lines/form.js';
import { Table } from '../parts/frame.js';
import { isSought } from '../parts/sought.js';
import type { Page } from '../page.js';
import { Import, readImport } from './import.js';
import { formsFor, newcomers, personForms } from './forms.js';

/** Everybody on the roster; found by name, pinyin or initials. */
export const roster: Page = {
  path: '/roster',
  title: '名册',
  who: rosterReaders,
  inMenu: true,
  forms: newcomers,
  read: readImport,
  view(context, asked) {
    const { facts, rulebook } = context;
    const sought = asked.query('q');
    const hasLeft = asked.query('left') === '1';
    const found = facts
      .all('person')
      .filter((person) => isHere(person) !== hasLeft && isSought(person.name, sought));
    return (
      <>
        <form class="fields card" method="get" action="/desk/roster" role="search">
          <label>
            <span>找人（姓名、拼音或首字母）</span>
            <input type="search" name="q" value={sought} />
          </label>
          <p class="acts">
            <button>查找</button>
            {hasLeft ? (
              <a href="/desk/roster">看现在的名册</a>
            ) : (
              <a href="/desk/roster?left=1">看离开的同志</a>
            )}
          </p>
        </form>
        {found.length === 0 ? (
          <p class="card">{hasLeft ? '没有离开的同志。' : '没有找到，请换一种写法。'}</p>
        ) : (
          <Table
            caption="名册"
            heads={['姓名', '身份', '党小组', '职务', '账号']}
            rows={found.map((person) => {
              const { offices } = rosterLine(facts, person);
              const accounts = accountsOf(facts, person.id).length;
              return [
                <a href={`/desk/person?id=${person.id}`}>{personTitle(refOf(facts, person), rulebook)}</a>,
                standingTitle(person, rulebook),
                person.group ?? '',
                officesTitle(offices),
                accounts === 0 ? '未绑定' : `${accounts}个`,
              ];
            })}
          />
        )}
        <LineForms {...{ context, asked }} forms={newcomers} at="/desk/roster" />
        <Import {...{ context, asked }} />
      </>
    );
  },
};

/** One person's card with its history, as `/党员` shows it. */
export const person: Page = {
  path: '/person',
  title: '党员',
  below: '/roster',
  who: 'everybody',
  inMenu: false,
  forms: personForms,
  view(context, asked) {
    const id = Number(asked.query('id')) || context.actor.id;
    const one = context.facts.get('person', id);
    if (one === undefined) return <p class="card">名册上没有这个人。</p>;
    const fixed = { person: personTitle(refOf(context.facts, one), context.rulebook) };
    return (
      <>
        <div class="card lines">{cardText(context, id)}</div>
        <p>
          <a href={`/desk/score?person=${id}`}>看积分明细</a>
        </p>
        {mayAct(context.facts, context.actor, rosterReaders) && (
          <>
            <Offices {...{ context, id }} />
            <LineForms {...{ context, asked, fixed }} forms={formsFor(one)} at={`/desk/person?id=${id}`} />
          </>
        )}
      </>
    );
  },
};

/** Each office with its days, the last one first. */
function Offices({ context: { facts, today }, id }: { readonly context: ActorContext; readonly id: number }) {
  const held = facts.all('office').filter(({ person: holder }) => holder === id);
  return held.length === 0 ? null : (
    <Table
      caption="职务经历"
      heads={['职务', '从', '到', '民主推荐']}
      rows={[...held]
        .reverse()
        .map(({ office, from, until, recommendedOn }) => [
          officeTitle(office),
          fullDate(from, today),
          until === null ? '现任' : fullDate(until, today),
          recommendedOn === null ? '' : fullDate(recommendedOn, today),
        ])}
    />
  );
}

function cardText(context: ActorContext, id: number): string {
  return heard(context, showRoster.intent({ person: id }));
}
