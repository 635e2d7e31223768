/** The figures of a report as text; the file that comes with it is made in src/forms/reports. */
import type {
  ActionCounts,
  CategoryLine,
  CategoryReport,
  HeldKind,
  ItemTotal,
  PeriodReport,
  Turnout,
} from '../../../app/life/report-facts.js';
import type { View } from '../../../app/ports/voice.js';
import { monthOf } from '../../../domain/period/civil.js';
import { findItem } from '../../../domain/rulebook/items.js';
import { fullDate } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import { actionTitles, kindTitle, oftenTitles } from '../../../words/activities.js';
import { itemName, signed } from '../../../words/items.js';
import { shortSpan } from '../../../words/periods.js';
import { categoryTitle } from '../../../words/roster.js';

/** So many names of one row. */
const mostNames = 30;

function itemRows(totals: readonly ItemTotal[], { rulebook }: View): string {
  return totals
    .map(({ item, times, points: sum }) => {
      const title = findItem(rulebook, item)?.title ?? '';
      return `${itemName(item, title)}${times}笔（${signed(sum)}分）`;
    })
    .join('、');
}

/** 主题党日(每月一次) 5次,缺5月 */
function heldText({ kind, frequency, held, lacking }: HeldKind, view: View): string {
  const gaps = lacking.length === 0 ? '' : `，缺${lacking.map(shortSpan).join('、')}`;
  return `${kindTitle(kind, view.rulebook)}（${oftenTitles[frequency]}）${held}次${gaps}`;
}

function turnoutText({ activities, due, present, onLeave, absent }: Turnout): string {
  if (activities === 0) return '没有结束登记的活动';
  const rest = [...(onLeave > 0 ? [`请假${onLeave}人次`] : []), ...(absent > 0 ? [`缺席${absent}人次`] : [])];
  return [`应到${due}人次`, `到会${present}人次`, ...rest].join('，');
}

function actionsText({ fiveOnes, service, role, masses }: ActionCounts): string {
  const parts = [
    [actionTitles.fiveOnes, fiveOnes],
    [actionTitles.service, service],
    [actionTitles.role, role],
    [actionTitles.masses, masses],
  ] as const;
  return parts
    .filter(([, count]) => count > 0)
    .map(([title, count]) => `${title}${count}次`)
    .join('、');
}

function head(title: string, { first, last }: { first: string; last: string }, { today }: View): string {
  return `${title}（${fullDate(first, today)}至${fullDate(last, today)}）：`;
}

/** Unrecorded times are blamed on nobody. */
export function sinceText(since: string | null, { today }: View): string {
  return since === null ? '' : `（本支部从${fullDate(since, today)}起登记，此前参加的不在其内。）`;
}

/** Four heads of the source: 履行职责, 执行制度, 发挥作用, 参加活动. */
export function periodReportText(report: PeriodReport, checkDue: boolean, view: View): string {
  const { scope, duties, rules, role, attendance } = report;
  const title = scope === 'half' ? '半年检查数据' : '年度报告数据';
  const actions = actionsText(role.actions);
  const behind = attendance.behind.map(
    ({ person, attended, expected }) =>
      `${personTitle(person, view.rulebook)}（${attended}次，按进度应有${expected}次）`,
  );
  const more = behind.length - mostNames;
  return [
    head(title, report, view),
    `一、履行职责：${duties.deductions.length === 0 ? '没有认定的减分' : `减分涉及${duties.members}人：${itemRows(duties.deductions, view)}`}${duties.open > 0 ? `；未办结${duties.open}条` : ''}`,
    `二、执行制度：${rules.kinds.map((kind) => heldText(kind, view)).join('；')}`,
    ...(rules.dues.length === 0
      ? []
      : [
          `党费登记：${rules.dues.map(({ month, payments }) => `${monthOf(month)}月${payments}人`).join('、')}`,
        ]),
    `三、发挥作用：${role.bonuses.length === 0 ? '没有认定的加分' : `加分涉及${role.members}人：${itemRows(role.bonuses, view)}`}${actions === '' ? '' : `；${actions}`}`,
    `四、参加活动：${turnoutText(attendance)}`,
    ...(behind.length === 0
      ? []
      : [`次数落后的：${behind.slice(0, mostNames).join('、')}${more > 0 ? `等${behind.length}人` : ''}`]),
    ...(report.since === null ? [] : [sinceText(report.since, view)]),
    ...(report.ended ? [] : ['期间尚未结束，以上为目前的数据。']),
    ...(checkDue ? ['半年检查请据此进行，报告附后；随时再看请发送：/报告 半年'] : []),
  ].join('\n');
}

/** 机关党员 3人:平均102.5分;应到9人次,到会8人次;加分4笔,减分1笔;五个一2次 */
function categoryRow(line: CategoryLine, view: View): string {
  const { averageTenths, scored, members, turnout, bonuses, deductions } = line;
  const average =
    averageTenths === null
      ? '不计分'
      : `平均${averageTenths / 10}分${scored < members ? `（计分${scored}人）` : ''}`;
  const actions = actionsText(line.actions);
  return [
    `${categoryTitle(line.category, view.rulebook)} ${members}人：${average}`,
    ...(turnout.due > 0 ? [turnoutText(turnout)] : []),
    ...(averageTenths === null ? [] : [`加分${bonuses}笔，减分${deductions}笔`]),
    ...(actions === '' ? [] : [actions]),
  ].join('；');
}

const blanks = {
  example: ['典型事例', '/报告 事例 编号 说明'],
  practice: ['特色做法', '/报告 做法 文字'],
} as const;

/** Which parts the paper leaves out, with the lines that fill them. */
export function blankText(blank: readonly (keyof typeof blanks)[]): string {
  if (blank.length === 0) return '';
  const titles = blank.map((kind) => blanks[kind][0]).join('、');
  return `\n附件里没有写${titles}，请书记补充后再报：${blank.map((kind) => blanks[kind][1]).join('；')}`;
}

export function categoryReportText(report: CategoryReport, view: View): string {
  const beside = [
    ...(report.probationary > 0 ? [`预备党员${report.probationary}人`] : []),
    ...(report.exempt > 0 ? [`不列入考核${report.exempt}人`] : []),
  ];
  return [
    head('分类管理数据', report, view),
    `党员${report.members}人${beside.length === 0 ? '' : `，其中${beside.join('、')}`}`,
    ...report.lines.map((line) => categoryRow(line, view)),
  ].join('\n');
}
