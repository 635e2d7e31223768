import { whyNotScored } from '../../domain/branch/people.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Side } from '../../domain/points/rows.js';
import { entriesIn } from '../../app/life/figures.js';
import { standingOf } from '../../app/life/report-figures.js';
import type { ClassStanding } from '../../app/life/report-facts.js';
import { chartOf, dataTable, percentOf, sum } from './tables.js';
import { between, turnoutCells, turnoutColumns } from './life.js';
import type { Part, ReportInput } from './part.js';
import { signed } from '../../words/items.js';
import { actionTitles } from '../../words/activities.js';

/** A smaller class would reveal one person's points, so it is merged with others. */
const fewest = 2;

interface Group {
  readonly label: string;
  readonly members: readonly Person[];
}

/** Categories, with small ones merged until no row is one person. */
function categoryGroups(rulebook: Rulebook, members: readonly Person[]): readonly Group[] {
  const scored = ({ members: of }: Group) =>
    of.filter((person) => whyNotScored(rulebook, person) === undefined).length;
  const isLarge = (group: Group) =>
    group.members.length >= fewest && (scored(group) === 0 || scored(group) >= fewest);
  const all = rulebook.categories
    .map(({ id, label }): Group => ({ label, members: members.filter(({ category }) => category === id) }))
    .filter(({ members: of }) => of.length > 0);
  const small = new Set(all.filter((group) => !isLarge(group)));
  const together = (): Group => {
    const of = all.filter((group) => small.has(group));
    return { label: of.map(({ label }) => label).join('、'), members: of.flatMap((group) => group.members) };
  };
  while (small.size > 0 && small.size < all.length && !isLarge(together())) {
    const rest = all
      .filter((group) => !small.has(group))
      .sort((one, other) => scored(one) - scored(other) || one.members.length - other.members.length);
    const needed = rest.find((group) => scored(group) > 0) ?? rest[0];
    if (needed !== undefined) small.add(needed);
  }
  return [...all.filter((group) => !small.has(group)), ...(small.size === 0 ? [] : [together()])];
}

interface Row extends ClassStanding {
  readonly title: string;
  readonly points: { readonly [S in Side]: number };
}

/** Points, attendance and actions of each class of members (source, part three). */
export function categoriesPart(input: ReportInput): Part {
  const { facts, rulebook, members, period } = input;
  const points = (of: readonly Person[], side: Side) =>
    sum(entriesIn(facts, rulebook, of, period, side), (entry) => entry.points);
  const row = (title: string, of: readonly Person[]): Row => ({
    title,
    ...standingOf(facts, rulebook, of, period),
    points: { bonus: points(of, 'bonus'), deduction: points(of, 'deduction') },
  });
  const groups = categoryGroups(rulebook, members);
  // A single row would only repeat the total.
  const rows = groups.length < 2 ? [] : groups.map(({ label, members: of }) => row(label, of));
  const all = row('合计', members);
  const asked = rows.filter(({ turnout }) => turnout.due > 0);
  const chart = chartOf(
    { kind: 'bar', title: '各类别到会率', unit: '%', name: '到会率' },
    asked,
    ({ title }) => title,
    ({ turnout }) => percentOf(turnout.present, turnout.due),
  );
  return {
    title: '分类情况',
    blocks: [
      ...pointsTable(rows, all),
      ...(all.turnout.due === 0 ? [] : turnoutTable(rows, all)),
      ...chart,
      ...(isIdle(all) ? [] : actionsTable(rows, all)),
      { kind: 'paragraph', text: `注：只有一名党员或一名计分党员的类别合并列出。` },
    ],
    analysis: analysis(rows, all),
    open: [],
  };
}

function analysis(rows: readonly Row[], all: Row): readonly string[] {
  const { turnout } = all;
  const averages = rows.flatMap(({ averageTenths }) => (averageTenths === null ? [] : [averageTenths / 10]));
  const [low, high] = [Math.min(...averages), Math.max(...averages)];
  return [
    ...(all.averageTenths === null
      ? ['没有列入积分考核的党员。']
      : [
          `列入积分考核的${all.scored}人，人均${all.averageTenths / 10}分${low < high ? `，各类别人均在${low}分至${high}分之间` : ''}；加分${all.bonuses}笔，减分${all.deductions}笔。`,
        ]),
    ...(turnout.due === 0
      ? []
      : [
          ...between(
            '各类别',
            rows.filter((row) => row.turnout.due > 0),
          ),
        ]),
    ...(isIdle(all)
      ? []
      : [
          `登记五个一${all.actions.fiveOnes}次，三进${all.actions.service}次，三大员${all.actions.role}次，联系群众${all.actions.masses}次。`,
        ]),
  ];
}

function isIdle({ actions }: Row): boolean {
  return Object.values(actions).every((times) => times === 0);
}

/** Leaves four characters of a heading on one line in each of seven columns beside it. */
const wide = { title: '类别', width: 2.9 };

function pointsTable(rows: readonly Row[], all: Row) {
  const cells = ({ title, members, scored, averageTenths, bonuses, deductions, points }: Row) => [
    title,
    String(members),
    String(scored),
    averageTenths === null ? '不计分' : `${averageTenths / 10}`,
    String(bonuses),
    signed(points.bonus),
    String(deductions),
    signed(points.deduction),
  ];
  const titles = ['人数', '计分人数', '人均积分', '加分笔数', '加分', '减分笔数', '减分'];
  return dataTable(
    '各类别积分',
    [wide, ...titles.map((title) => ({ title, width: 2 }))],
    rows.map(cells),
    cells(all),
  );
}

function turnoutTable(rows: readonly Row[], all: Row) {
  const cells = ({ title, turnout }: Row) => [title, ...turnoutCells(turnout)];
  return dataTable('各类别到会情况', [wide, ...turnoutColumns], rows.map(cells), cells(all));
}

function actionsTable(rows: readonly Row[], all: Row) {
  const kinds = Object.entries(actionTitles) as [keyof Row['actions'], string][];
  const cells = ({ title, actions }: Row) => [title, ...kinds.map(([kind]) => `${actions[kind]}`)];
  const columns = kinds.map(([, title]) => ({ title: `${title}（次）`, width: 2 }));
  return dataTable('各类别发挥作用', [wide, ...columns], rows.map(cells), cells(all));
}
