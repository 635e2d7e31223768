/** Prints the dry run. */
import type { PointsPlan, PointsProblem, PointsStep } from '../../app/imports/points.js';
import type { ActorContext } from '../../app/use-case.js';
import { fullDate, fullDateTime } from '../../words/dates.js';
import { itemTitle } from '../../chat/replies/points/items.js';
import { personTitle } from '../../words/persons.js';
import { voice } from '../../chat/voice.js';
import { refById } from '../../domain/branch/people.js';
import type { PointsMatter } from '../../domain/rulings/rows.js';
import { tableText } from '../roster/show.js';
import { stateTitle } from '../../words/matters.js';
import { signed } from '../../words/items.js';

/** What each line becomes, the person it names, and the file's own mark. */
export function pointsText(context: ActorContext, plan: PointsPlan): string {
  const rows = plan.steps.map((step) => rowOf(context, step));
  const fresh = plan.steps.filter(({ known }) => !known);
  const sum = (side: PointsMatter['kind']) => fresh.filter(({ matter }) => matter.kind === side).length;
  return [
    ...(rows.length === 0
      ? []
      : [tableText([['行', '姓名', '日期', '项目', '分值', '事由', '结果'], ...rows])]),
    `登记${fresh.length}条（加分${sum('bonus')}条，减分${sum('deduction')}条），已有${plan.steps.length - fresh.length}条不变。登记以后等待认定，认定之前不计分。`,
  ].join('\n');
}

function rowOf(context: ActorContext, { line, matter, known, alike }: PointsStep): readonly string[] {
  const { facts, rulebook, today } = context;
  const result = known
    ? `已有 #${matter.number}（${matter.state === 'open' ? '待认定' : stateTitle(matter.state)}），不变`
    : `待认定${alike.length === 0 ? '' : `；请留意：与${alike.map((number) => `#${number}`).join('、')}相近`}`;
  return [
    String(line),
    personTitle(refById(facts, matter.subject), rulebook),
    fullDate(matter.deedOn, today),
    itemTitle(matter, context),
    signed(matter.points),
    shortened(matter.reason),
    result,
  ];
}

/** Enough of a reason to recognise it in a table. */
function shortened(reason: string): string {
  const characters = Array.from(reason);
  return characters.length <= 16 ? reason : `${characters.slice(0, 15).join('')}…`;
}

/** Begins with the place: “第7行…”. */
export function pointsProblem(context: ActorContext, problem: PointsProblem): string {
  switch (problem.why) {
    case 'refused':
      return `：${voice.say(problem.say, context)}`;
    case 'points': {
      const { matter, stated } = problem;
      const title = itemTitle(matter, context);
      return `“分值”：表里写 ${signed(stated)}，细则${title}是 ${signed(matter.points)}，请核对项号、级别或分值。`;
    }
    case 'twice':
      return `：与第${problem.first}行完全相同。若是两件事，请在事由里写清区别；若是同一件，请删去一行。`;
  }
}

/** Whether the file was imported before, and which parts are gone since. */
export function goneText({ facts, today }: ActorContext, plan: PointsPlan): readonly string[] {
  const { importedAt, earlierAt } = plan.file;
  return [
    ...(importedAt === null ? [] : [`这份文件${fullDateTime(importedAt, today)}已经导入过，内容没有变。`]),
    ...(earlierAt === null || importedAt !== null
      ? []
      : [`同名的文件${fullDateTime(earlierAt, today)}导入过，这次内容有变动，只登记新增的行。`]),
    ...plan.gone.map(
      ({ number, source, subject }) =>
        `上次第${source?.line ?? 0}行登记的 #${number}（${facts.get('person', subject)?.name ?? ''}）这次的文件里没有，不作变动；要撤的请登记人“/撤回 ${number}”，已认定的用“/更正 ${number} 理由”。`,
    ),
  ];
}
