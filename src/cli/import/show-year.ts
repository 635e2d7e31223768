/** Prints the dry run of a former year. */
import type { ActorContext } from '../../app/use-case.js';
import type { View } from '../../app/ports/voice.js';
import { personTitle } from '../../words/persons.js';
import { refById } from '../../domain/branch/people.js';
import type { FormerPlan, FormerProblem } from '../../domain/year/former.js';
import { tableText } from '../roster/show.js';
import { tierTitle } from '../../words/items.js';

export function yearText(context: ActorContext, year: number, { lines, known }: FormerPlan): string {
  const view = viewOf(context, year);
  const rows = lines.map((line) => [
    String(line.line),
    personTitle(refById(context.facts, line.person), context.rulebook),
    ...[line.base, line.bonus, line.deductions, line.total].map(String),
    line.tier === null
      ? '预备，不定等次'
      : `${tierTitle(line.tier, view.rulebook)}${line.byScore ? '（按积分）' : ''}`,
    [line.vetoed ? '一票否决' : '', line.uncounted > 0 ? `减分${line.uncounted}分超出基础分，不计` : '']
      .filter((part) => part !== '')
      .join('，'),
  ]);
  const after =
    known === null
      ? `${year}年度${lines.length}人，登记为一条，由表中没有本人结果的书记、副书记或上级认定；认定以后这一年度即归档，不能再改。`
      : known.archived
        ? `${year}年度的结果已由 #${known.number} 归档，与这份表相同。`
        : `${year}年度的结果已登记为 #${known.number}，正在等待认定，与这份表相同。`;
  return [tableText([['行', '姓名', '基础', '加分', '减分', '综合', '等次', '说明'], ...rows]), after].join(
    '\n',
  );
}

function viewOf({ now, today, rulebookOf }: ActorContext, year: number): View {
  return { now, today, rulebook: rulebookOf(year), rulebookOf };
}

export function yearProblem(context: ActorContext, year: number, problem: FormerProblem): string {
  const view = viewOf(context, year);
  switch (problem.why) {
    case 'notEnded':
      return `${year}年度还没有结束。本年度的加减分请用积分登记表导入。`;
    case 'archived':
      return `${year}年度已经归档，与这份表不同，不能再导入。`;
    case 'kept':
      return `${year}年度的积分已在机器人里登记，不能用导入的结果；请在群里用“/年度”办理。`;
    case 'decidedBefore':
      return `${year}年度的年度考核已在机器人里开始办理，不能用导入的结果；请在群里用“/年度”办理。`;
    case 'openMatters':
      return `${year}年度还有事项没有认定（${problem.numbers.map((number) => `#${number}`).join('、')}），请先认定、驳回或撤回。`;
    case 'waits':
      return `${year}年度的另一份结果 #${problem.number} 正在等待认定，请先驳回或撤回。`;
    case 'twice':
      return `第${problem.line}行“党员姓名”：与第${problem.first}行是同一人，请删去一行。`;
    case 'base':
      return `第${problem.line}行“基础积分”：表里写${problem.stated}分，这一年度的细则是${problem.expected}分。`;
    case 'total':
      return `第${problem.line}行“综合得分”：表里写${problem.stated}分，按基础积分加加分、减减分应是${problem.expected}分${problem.stated === 0 ? '；如系一票否决，请在备注写明“一票否决”' : ''}。`;
    case 'tier':
      return problem.barred === 'vetoed'
        ? `第${problem.line}行“等次”：一票否决的，等次只能是${tierTitle(view.rulebook.veto.tier, view.rulebook)}。`
        : `第${problem.line}行“等次”：不满${view.rulebook.assessment.noAwardsBelow}分，不能是${tierTitle(problem.tier, view.rulebook)}。`;
    case 'reason':
      return `第${problem.line}行“等次”：${problem.total}分按细则应是${tierTitle(problem.proposed, view.rulebook)}，表里是${tierTitle(problem.tier, view.rulebook)}，请在备注写明会议的理由。`;
  }
}
