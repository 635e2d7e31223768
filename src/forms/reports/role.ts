import { careOf } from '../../domain/care/known.js';
import type { CareKind } from '../../domain/care/rows.js';
import type { Action, ActionKind } from '../../domain/actions/rows.js';
import { kindsOf } from '../../domain/actions/progress.js';
import { actionsIn } from '../../app/life/figures.js';
import { chartOf, dataTable, leaders, percent, sum } from './tables.js';
import type { Part, ReportInput } from './part.js';
import { actionTitles, careTitles } from '../../words/activities.js';

interface Row {
  readonly title: string;
  /** One word, for the chart. */
  readonly short: string;
  readonly of: readonly Action[];
}

/** What members did beside their points, and what was done for those who are cared for: counts, nobody's file. */
export function rolePart(input: ReportInput): Part {
  const actions = actionsPart(input);
  const care = carePart(input);
  return {
    title: '发挥作用和关爱',
    blocks: [...actions.blocks, ...care.blocks],
    analysis: [...actions.analysis, ...care.analysis],
    open: [],
  };
}

function actionsPart({ facts, rulebook, members, period }: ReportInput): Pick<Part, 'blocks' | 'analysis'> {
  const actions = actionsIn(facts, members, period);
  if (actions.length === 0) return { blocks: [], analysis: ['期间没有登记五个一、三进、三大员和联系群众。'] };
  const kinds = Object.keys(actionTitles) as ActionKind[];
  const rows = kinds.flatMap((kind): readonly Row[] => {
    const of = actions.filter((action) => action.kind === kind);
    const parts = kindsOf(rulebook, kind);
    if (parts.length === 0) return [{ title: actionTitles[kind], short: actionTitles[kind], of }];
    return parts.map(({ id, label, title }) => ({
      title: `${actionTitles[kind]}：${title}`,
      short: label,
      of: of.filter(({ which }) => which === id),
    }));
  });
  const persons = (of: readonly Action[]) => new Set(of.map(({ person }) => person)).size;
  const cells = ({ title, of }: Pick<Row, 'title' | 'of'>) => [
    title,
    String(of.length),
    String(persons(of)),
    percent(persons(of), members.length),
  ];
  const most = leaders(rows, ({ of }) => of.length);
  const times = sum(rows, ({ of }) => of.length);
  const everybody = persons(actions);
  return {
    blocks: [
      ...dataTable(
        '发挥作用登记',
        [
          { title: '内容', width: 6 },
          { title: '次数', width: 2 },
          { title: '参加人数', width: 2 },
          { title: '占党员人数', width: 2 },
        ],
        rows.map(cells),
        cells({ title: '合计', of: rows.flatMap(({ of }) => of) }),
      ),
      ...chartOf(
        { kind: 'bar', title: '发挥作用登记次数', unit: '次', name: '次数' },
        rows,
        ({ short }) => short,
        ({ of }) => of.length,
      ),
    ],
    analysis: [
      `发挥作用登记${times}次，参加的党员${everybody}人，占党员人数的${percent(everybody, members.length)}。`,
      ...(most === undefined
        ? []
        : [
            `次数最多的是${most.rows.map(({ title }) => title).join('、')}，${most.rows.length > 1 ? '各' : ''}${most.value}次。`,
          ]),
    ],
  };
}

function carePart({ facts, members, period }: ReportInput): Pick<Part, 'blocks' | 'analysis'> {
  const care = members
    .flatMap(({ id }) => careOf(facts, id))
    .filter(({ on }) => on >= period.first && on <= period.last);
  const count = (wanted: CareKind) => care.filter(({ kind }) => kind === wanted).length;
  const [visits, comforts] = [count('visit'), count('comfort')];
  if (visits + comforts === 0) return { blocks: [], analysis: ['期间没有登记走访和慰问。'] };
  return {
    blocks: dataTable(
      '走访和慰问',
      [
        { title: '关爱', width: 2 },
        { title: '次数', width: 2 },
      ],
      [
        [careTitles.visit, String(visits)],
        [careTitles.comfort, String(comforts)],
      ],
    ),
    analysis: [`走访${visits}次，慰问${comforts}次。`],
  };
}
