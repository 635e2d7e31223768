import type { AuditLine, Overview } from '../../../app/status/says.js';
import type { View } from '../../../app/ports/voice.js';
import type { Stage } from '../../../domain/year/state.js';
import { fullDateTime } from '../../../words/dates.js';
import { periodTitle } from '../../../words/periods.js';
import { personTitle } from '../../../words/persons.js';

const stages: { readonly [S in Stage]: string } = {
  open: '还没有汇总',
  summed: '已汇总，待评定',
  decided: '已评定，待上级审核',
  passed: '上级已审核通过，待年度公示',
  noticed: '年度公示中或待归档',
  archived: '已归档',
};

function yearText(now: string, { year, stage, returned }: Overview['years'][number]): string {
  if (returned) return `${year}年上级已退回，待支部重新办理`;
  const running = stage === 'open' && now.startsWith(String(year));
  return `${year}年${running ? '正在记录' : stages[stage]}`;
}

function lateText({ period, dueAt, heldAt, inDoubt }: Overview['late'][number], today: string): string {
  if (inDoubt) return `${periodTitle(period)}已发送，不能确定群里是否收到`;
  const why =
    heldAt === null
      ? `应于${fullDateTime(dueAt, today)}公示，还没有公示`
      : `已暂缓（${fullDateTime(heldAt, today)}起），应于${fullDateTime(dueAt, today)}公示`;
  return `${periodTitle(period)}${why}`;
}

/** Objections listed by number. */
const mostNumbers = 10;

/** The state of the branch, for those above it. `rules`: for readers who may also rule. */
export function overviewLines(overview: Overview, rules: boolean, { today }: View): readonly string[] {
  const { now, years, objections, overdue, overdueAfter, late, waiting } = overview;
  const numbers = objections.slice(0, mostNumbers).map((number) => `#${number}`);
  const more = objections.length > numbers.length ? '等' : '';
  const waited = overdue > 0 ? `，其中${overdue}件已满${overdueAfter}个工作日` : '';
  return [
    `年度考核：${years.map((year) => yearText(now, year)).join('；')}`,
    `异议：${objections.length === 0 ? '没有待答复的' : `待答复${objections.length}件（${numbers.join('、')}${more}）${waited}`}`,
    `积分公示：${late.length === 0 ? '没有迟延' : late.map((one) => lateText(one, today)).join('；')}`,
    `待上级认定：${waiting === 0 ? '无' : `${waiting}条${rules ? '，发送“/待办”可查看' : ''}`}`,
  ];
}

export function overviewText(overview: Overview, view: View): string {
  // With several branches, the letter already begins with the branch's name.
  const name = view.among === undefined ? overview.branch : '支部';
  const head = `${name}情况：${fullDateTime(overview.now, view.today)}`;
  return [head, ...overviewLines(overview, false, view)].join('\n');
}

/** One act a line, the last first. */
export function auditText(acts: readonly AuditLine[], { rulebook, today }: View): string {
  if (acts.length === 0) return '还没有办过事。';
  const rows = acts.map(({ at, who, titles, numbers }) =>
    [
      fullDateTime(at, today),
      who === null ? '（姓名保密）' : personTitle(who, rulebook),
      titles.length === 0 ? '其他' : titles.join('、'),
      ...(numbers.length === 0 ? [] : [numbers.map((number) => `#${number}`).join('、')]),
    ].join(' '),
  );
  return [`最近${acts.length}件：`, ...rows].join('\n');
}
