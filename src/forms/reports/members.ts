import { whyNotScored } from '../../domain/branch/people.js';
import { chartOf, dataTable, leaders, percent, sum } from './tables.js';
import type { Part, ReportInput } from './part.js';

/** Members by category and status. */
export function membersPart({ rulebook, members }: ReportInput): Part {
  const rows = rulebook.categories
    .map(({ id, label }) => ({ label, of: members.filter(({ category }) => category === id) }))
    .map(({ label, of }) => ({
      label,
      count: of.length,
      probationary: of.filter(({ probationary }) => probationary).length,
      exempt: of.filter(({ exempt }) => exempt).length,
      scored: of.filter((person) => whyNotScored(rulebook, person) === undefined).length,
    }))
    .filter(({ count }) => count > 0);
  const all = members.length;
  const scored = sum(rows, (row) => row.scored);
  const table = dataTable(
    '党员分类别人数',
    [
      { title: '类别', width: 4 },
      { title: '人数', width: 2 },
      { title: '占比', width: 2 },
      { title: '其中预备党员', width: 3 },
      { title: '不列入考核', width: 3 },
      { title: '列入积分考核', width: 3 },
    ],
    rows.map((row) => [
      row.label,
      String(row.count),
      percent(row.count, all),
      String(row.probationary),
      String(row.exempt),
      String(row.scored),
    ]),
    [
      '合计',
      String(all),
      percent(all, all),
      String(sum(rows, ({ probationary }) => probationary)),
      String(sum(rows, ({ exempt }) => exempt)),
      String(scored),
    ],
  );
  const most = leaders(rows, ({ count }) => count);
  const chart = chartOf(
    { kind: 'bar', title: '各类别党员人数', unit: '人', name: '人数' },
    rows,
    ({ label }) => label,
    ({ count }) => count,
  );
  return {
    title: '党员队伍',
    blocks: [...table, ...chart],
    analysis: [
      `支部有党员${all}人，列入积分考核${scored}人${
        most === undefined
          ? '。'
          : `；人数最多的是${most.rows.map(({ label }) => label).join('、')}${most.rows.length > 1 ? '，各' : '，'}${most.value}人，${most.rows.length > 1 ? '各' : ''}占${percent(most.value, all)}。`
      }`,
    ],
    open: [],
  };
}
