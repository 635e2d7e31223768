/** Prints the dry run: what each line of the file would change. */
import type { Person } from '../../domain/roster/rows.js';
import type { ImportPlan, ImportProblem, ImportStep } from '../../domain/roster/import-plan.js';
import { joiningDay, particularOf } from '../../domain/roster/particulars.js';
import { lifeFields } from '../../domain/roster/rows.js';
import { fieldTitles } from '../../words/particulars.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { standingOf } from '../../domain/roster/matter.js';
import {
  categoryTitle,
  officeTitle,
  officesTitle,
  probationaryLabel,
  standingTitle,
  statusTitle,
} from '../../words/roster.js';
import { dayTitle, partyDay } from '../../words/dates.js';

/** Ranges that a terminal shows two columns wide. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const gap = '  ';

/** Columns that the text takes in a terminal. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

/** A table that stays aligned although Chinese characters are twice as wide. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))).join(gap);
  return rows.map((row) => line(row).trimEnd()).join('\n');
}

/** Lists the changes, those who stay the same, and those missing in the file. */
export function planText(plan: ImportPlan, rulebook: Rulebook): string {
  const rows = plan.steps.flatMap((step) => rowOf(step, rulebook));
  const unchanged = plan.steps.length - rows.length;
  const added = plan.steps.filter(({ before }) => before === null).length;
  const keeps = plan.steps
    .filter((step) => step.keeps.length > 0)
    .map(({ after, keeps: held }) => `${after.name}（${officesTitle(held)}）`);
  const parts = [
    rows.length === 0 ? '' : tableText([['行', '姓名', '变动', '内容'], ...rows]),
    `新增${added}人，更改${rows.length - added}人，不变${unchanged}人。`,
    plan.missing.length === 0
      ? ''
      : `名册上有、文件里没有的${plan.missing.length}人不作变动：${plan.missing.map(({ name }) => name).join('、')}`,
    ...plan.steps.map((step) => unruledText(step, rulebook)),
    keeps.length === 0 ? '' : `现任职务文件里没有写的不作变动：${keeps.join('、')}`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function rowOf(step: ImportStep, rulebook: Rulebook): readonly (readonly string[])[] {
  const { before, after, begins, line } = step;
  const details = before === null ? newDetails(after, rulebook) : changedDetails(before, after, rulebook);
  const all = [...details, ...(begins.length > 0 ? [`任${officesTitle(begins)}`] : [])];
  if (all.length === 0) return [];
  return [[String(line), after.name, before === null ? '新增' : '更改', all.join('，')]];
}

/** The line to type instead: nobody is taken into scoring, or out of it, by one person with a file. */
function unruledText({ line, before, after, unruled }: ImportStep, rulebook: Rulebook): string {
  if (before === null || unruled === null) return '';
  const probationary = unruled.probationary && !before.probationary;
  const label = probationary ? probationaryLabel : categoryTitle(unruled.category, rulebook);
  const change = statusTitle({ from: standingOf(before), to: unruled }, rulebook);
  return `第${line}行“${after.name}”${change}，须经认定，没有导入。请记录员或书记在聊天里发送（写实际的会议日期）：/党员 调整 ${after.name} ${label} 会议 日期`;
}

function newDetails(person: Person, rulebook: Rulebook): readonly string[] {
  return [
    standingTitle(person, rulebook),
    ...(person.group === null ? [] : [person.group]),
    person.joinedUnknown === true ? '加入支部时间未知，本年度按全年计' : `${dayTitle(person.joinedOn)}加入`,
    ...(person.partyJoinedOn === null ? [] : [`${partyDay(person.partyJoinedOn)}入党`]),
    ...(person.phone === null ? [] : [`手机${person.phone}`]),
    ...lifeFields.flatMap((field) => particularOf(person, field) ?? []),
  ];
}

function changedDetails(before: Person, after: Person, rulebook: Rulebook): readonly string[] {
  const pairs: readonly (readonly [string, string | null, string | null])[] = [
    ['类别', standingTitle(before, rulebook), standingTitle(after, rulebook)],
    ['党小组', before.group, after.group],
    ['加入支部', joinedText(before), joinedText(after)],
    ['入党时间', partyText(before), partyText(after)],
    ['手机', before.phone, after.phone],
    ...lifeFields.map(
      (field) => [fieldTitles[field], particularOf(before, field), particularOf(after, field)] as const,
    ),
  ];
  return pairs
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => `${name} ${was ?? '（空）'}→${is ?? '（空）'}`);
}

function joinedText(person: Person): string | null {
  const day = joiningDay(person);
  return day === null ? null : dayTitle(day);
}

function partyText({ partyJoinedOn }: Person): string | null {
  return partyJoinedOn === null ? null : partyDay(partyJoinedOn);
}

/** A sentence for what the present branch does not allow. */
export function problemText(problem: ImportProblem): string {
  const where = `第${problem.line}行“${problem.name}”：`;
  if (problem.why === 'whichPerson')
    return `${where}名册上有同名的同志，分不清是哪一位，请填写手机或党小组。`;
  if (problem.why === 'renamed')
    return `${where}手机与名册上的${problem.was}相同。是不是${problem.was}改了名？是的，请先在聊天里发送“/党员 改名 ${problem.was} ${problem.name}”，再导入；不是的，请核对手机。`;
  if (problem.why === 'namesake')
    return `${where}名册上有（或曾有）考核范围、身份不同的同名同志，不由文件列入。同一位同志请在聊天里发送“/党员 调整”或“/党员 转入”，经认定变动；另有其人的，请先按相同的类别列入，再“/党员 调整”。`;
  const title = officeTitle(problem.office);
  const { conflict } = problem;
  switch (conflict.why) {
    case 'taken':
      return `${where}${title}现由${conflict.by.name}担任，请先在群里发送“/免职 ${conflict.by.name} ${title}”。`;
    case 'probationary':
      return `${where}预备党员没有被选举权，不能担任${title}。`;
    case 'incompatible':
      return `${where}担任${officeTitle(conflict.with)}，不能兼任${title}。`;
    case 'notMember':
      return `${where}只有党员能担任${title}。`;
    case 'held':
      return `${where}已担任${title}。`;
  }
}
