import { todoOf } from '../../app/rulings/todo.js';
import type { ActorContext } from '../../app/use-case.js';
import { membersHere } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { owedIn } from '../activities/owed.js';
import type { BranchRow, Page } from '../page.js';
import { Table } from '../parts/frame.js';
import { yearStanding } from '../year/standing.js';
import { Years, yearRows } from './years.js';

/** The branches of a superior: what is late in each, and the way into it. No person, no ranking. */
export const branches: Page = {
  path: '/branches',
  title: '各支部',
  who: ['superior', 'inspector'],
  inMenu: true,
  view: (context, asked) => (
    <>
      <form method="post" action="/desk/branch">
        <input type="hidden" name="csrf" value={asked.csrf} />
        <Table
          caption="各支部"
          heads={['支部', '党员', '等我办理', '今年欠的三会一课', '年度考核', '']}
          numbers={[1, 2, 3]}
          rows={asked.branches.map((row) => [
            row.name,
            row.members,
            row.waiting,
            row.missed,
            <div class="wide">{row.year}</div>,
            <button name="branch" value={row.id} aria-label={`进入${row.name}`}>
              进入
            </button>,
          ])}
        />
      </form>
      <p class="muted">只列各支部的进度，不比较个人。进入以后看到的，与在聊天里能看的一样。</p>
      {asked.branches.map(({ name, years }) => (
        <Years {...{ name, context }} rows={years} />
      ))}
    </>
  ),
};

export function branchRow(context: ActorContext): BranchRow {
  const { facts } = context;
  const { ruling, unheard, unproven, underWay, yearToAudit } = todoOf(context);
  const waiting = [ruling, unheard, unproven, underWay].reduce(
    (sum, { shown, more }) => sum + shown.length + more,
    yearToAudit === null ? 0 : 1,
  );
  const spans = owedIn(context, yearOf(context.today)).flatMap((owed) => owed.spans);
  const [year = ''] = yearStanding(context);
  return {
    ...{ id: facts.branch.id, name: facts.branch.name, members: membersHere(facts).length, waiting, year },
    years: yearRows(context),
    missed: spans.filter(({ state }) => state === 'missed').length,
  };
}
