import { monthOf, yearOf } from '../../domain/period/civil.js';
import type { Facts } from '../../domain/branch/facts.js';
import { countedActivities, keptSince, progressOfAll } from '../../domain/attendance/quota.js';
import { heldIn } from '../../domain/attendance/standing.js';
import { heldKinds, turnoutAt } from '../../app/life/figures.js';
import type { HeldKind, Turnout } from '../../app/life/report-facts.js';
import type { Block } from '../document.js';
import { chartOf, dataTable, mostNames, percent, percentOf } from './tables.js';
import type { Part, ReportInput } from './part.js';
import { shortSpan } from '../../words/periods.js';
import { kindTitle, oftenTitles } from '../../words/activities.js';
import { monthAndDay } from '../../words/dates.js';

interface Row {
  readonly title: string;
  readonly turnout: Turnout;
}

/** Which meetings were held, against what the rulebook asks for, and who came. */
export function lifePart(input: ReportInput): Part {
  const { facts, rulebook, period } = input;
  const kinds = heldKinds(facts, rulebook, period);
  const title = (kind: string) => kindTitle(kind, rulebook);
  const frequency = frequencyTable(kinds, title);
  const turnout = turnoutBlocks(input);
  const progress = progressBlocks(input);
  const lacking = kinds.filter((kind) => kind.lacking.length > 0);
  const complete = kinds.filter((kind) => kind.ended > 0 && kind.lacking.length === 0);
  const gaps = ({ lacking: spans }: HeldKind) => spans.map(shortSpan).join('、');
  return {
    title: '组织生活',
    blocks: [...frequency, ...turnout.blocks, ...progress.blocks],
    analysis: [
      ...(complete.length === 0
        ? []
        : [
            `按规定频次开展的有：${complete.map(({ kind, held }) => `${title(kind)}${held}次`).join('、')}。`,
          ]),
      ...(lacking.length === 0
        ? []
        : [
            `低于规定频次的有：${lacking.map((kind) => `${title(kind.kind)}${kind.held}次，缺${gaps(kind)}`).join('；')}。`,
          ]),
      ...turnout.analysis,
      ...progress.analysis,
    ],
    open: [
      ...lacking.map(
        (kind) =>
          `${title(kind.kind)}（规定${oftenTitles[kind.frequency]}）缺${gaps(kind)}，今后按规定频次开展。`,
      ),
      ...progress.open,
    ],
  };
}

function frequencyTable(kinds: readonly HeldKind[], title: (kind: string) => string): readonly Block[] {
  return dataTable(
    '组织生活开展次数',
    [
      { title: '类型', width: 3 },
      { title: '规定频次', width: 3 },
      { title: '已到期应开展', width: 3 },
      { title: '已开展', width: 2 },
      { title: '缺', width: 5 },
    ],
    kinds.map(({ kind, frequency, held, ended, lacking }) => [
      title(kind),
      oftenTitles[frequency],
      // A span that began before the branch was kept here, or has not ended, is not missed.
      ended === 0 ? '不计' : `${ended}次`,
      `${held}次`,
      lacking.length > 0 ? lacking.map(shortSpan).join('、') : ended === 0 ? '不计' : '无',
    ]),
  );
}

export const turnoutColumns = [
  { title: '应到人次', width: 2 },
  { title: '到会', width: 2 },
  { title: '请假', width: 2 },
  { title: '缺席', width: 2 },
  { title: '未登记', width: 2 },
  { title: '到会率', width: 2 },
] as const;

export function turnoutCells({ due, present, onLeave, absent }: Turnout): readonly string[] {
  const rest = due - present - onLeave - absent;
  return [due, present, onLeave, absent, rest].map(String).concat(percent(present, due));
}

function turnoutBlocks({ facts, rulebook, members, period }: ReportInput): Omit<Part, 'title' | 'open'> {
  const held = heldIn(facts, period);
  if (held.length === 0) return { blocks: [], analysis: ['期间没有结束登记的活动，没有到会数据。'] };
  const all = turnoutAt(facts, members, held);
  const kinds = rulebook.activities.kinds
    .map(({ id, label }): Row => ({
      title: label,
      turnout: turnoutAt(
        facts,
        members,
        held.filter(({ kind }) => kind === id),
      ),
    }))
    .filter(({ turnout }) => turnout.activities > 0);
  const months = [...new Set(held.map(({ at }) => at.slice(0, 7)))].sort().map((month): Row => ({
    title: `${monthOf(month)}月`,
    turnout: turnoutAt(
      facts,
      members,
      held.filter(({ at }) => at.startsWith(month)),
    ),
  }));
  const cells = ({ title, turnout }: Row) => [title, `${turnout.activities}`, ...turnoutCells(turnout)];
  const table = (first: string, rows: readonly Row[]) =>
    dataTable(
      `到会情况（按${first}）`,
      [{ title: first, width: 3 }, { title: '场次', width: 2 }, ...turnoutColumns],
      rows.map(cells),
      cells({ title: '合计', turnout: all }),
    );
  const asked = (rows: readonly Row[]) => rows.filter(({ turnout }) => turnout.due > 0);
  const rate = ({ turnout }: Row) => percentOf(turnout.present, turnout.due);
  const chart = (kind: 'bar' | 'line', title: string, rows: readonly Row[]) =>
    chartOf({ kind, title, unit: '%', name: '到会率' }, rows, (row) => row.title, rate);
  return {
    blocks: [
      ...table('类型', kinds),
      ...chart('bar', '各类活动到会率', asked(kinds)),
      ...table('月份', months),
      ...chart('line', '各月到会率', asked(months)),
    ],
    analysis: [
      `结束登记的活动${all.activities}场，应到${all.due}人次，到会${all.present}人次，到会率${percent(all.present, all.due)}；请假${all.onLeave}人次，缺席${all.absent}人次。`,
      ...between('各类活动', asked(kinds)),
      ...between('各月', asked(months)),
    ],
  };
}

/** 各类活动到会率最高的是主题党日(98%),最低的是党课(90%)。 */
export function between(what: string, rows: readonly Row[]): readonly string[] {
  const rates = rows.map(({ turnout }) => percentOf(turnout.present, turnout.due));
  const [high, low] = [Math.max(...rates), Math.min(...rates)];
  if (rows.length < 2 || high === low) return [];
  const titles = (rate: number) => rows.filter((_, index) => rates[index] === rate).map(({ title }) => title);
  const [highest, lowest] = [titles(high), titles(low)];
  if (Math.max(highest.length, lowest.length) > mostNames) return [`${what}到会率在${low}%至${high}%之间。`];
  return [
    `${what}到会率最高的是${highest.join('、')}（${high}%），最低的是${lowest.join('、')}（${low}%）。`,
  ];
}

/** Months before the branch was kept here have no records: they are not held against anybody. */
function isBehind(
  facts: Facts,
  until: string,
  { person, progress }: ReturnType<typeof progressOfAll>[number],
): boolean {
  const since = keptSince(facts, yearOf(until));
  const unrecorded =
    since === null || person.joinedOn >= since ? 0 : Math.ceil((progress.quota * (monthOf(since) - 1)) / 12);
  return progress.attended < progress.expected - unrecorded;
}

/** Counts only: a report never names who is behind. */
function progressBlocks({ facts, rulebook, period }: ReportInput): Omit<Part, 'title'> {
  const none = { blocks: [], analysis: [], open: [] };
  if (countedActivities(facts, rulebook, period.last).length === 0) return none;
  const all = progressOfAll(facts, rulebook, period.last).length;
  const behind = progressOfAll(facts, rulebook, period.last).filter((one) =>
    isBehind(facts, period.last, one),
  ).length;
  if (all === 0) return none;
  const year = yearOf(period.last);
  return {
    blocks: dataTable(
      `${year}年参加组织生活次数（截至${monthAndDay(period.last)}）`,
      [
        { title: '进度', width: 4 },
        { title: '人数', width: 2 },
        { title: '占比', width: 2 },
      ],
      [
        ['达到进度', String(all - behind), percent(all - behind, all)],
        ['落后于进度', String(behind), percent(behind, all)],
      ],
      ['合计', String(all), percent(all, all)],
    ),
    analysis: [
      `按规定次数应参加组织生活的${all}人中，达到进度的${all - behind}人，占${percent(all - behind, all)}。`,
    ],
    open: behind === 0 ? [] : [`参加组织生活次数落后于进度的${behind}人，请本人合理安排时间补足。`],
  };
}
