import { addDays, addMonths, dateOf } from '../../domain/period/civil.js';
import type { Days } from '../../domain/period/civil.js';
import { actionsIn, entriesIn, turnoutOf } from '../../app/life/figures.js';
import { dataTable, percentOf, sum } from './tables.js';
import type { Part, ReportInput } from './part.js';
import { signed } from '../../words/items.js';

interface Before {
  readonly period: Days;
  /** 上年, 上年同期, 上一个半年 */
  readonly title: string;
}

/** The same stretch so many months earlier. */
export function before(
  { facts, period, ended }: ReportInput,
  months: number,
  whole: string,
): Before | undefined {
  const end = addDays(addMonths(addDays(period.last, 1), -months), -1);
  const earlier = { first: addMonths(period.first, -months), last: end };
  // No comparison with a time before the branch was kept here; a first month may be missing.
  if (dateOf(facts.branch.createdAt) >= addMonths(earlier.first, 1)) return undefined;
  return { period: earlier, title: ended ? whole : `${whole}同期` };
}

interface Measure {
  readonly title: string;
  readonly unit: string;
  /** Null: nothing to measure. */
  readonly of: (period: Days) => number | null;
}

/** This period against an earlier one: the same counts, of the same members. */
export function comparePart(
  input: ReportInput,
  earlier: Before | undefined,
  title = '与以前对比',
  now = '本期',
): Part {
  if (earlier === undefined) return { title, blocks: [], analysis: [], open: [] };
  const rows = measures(input)
    .map(({ title: name, unit, of }) => ({ name, unit, own: of(input.period), then: of(earlier.period) }))
    .flatMap(({ own, then, ...row }) => (own === null || then === null ? [] : [{ ...row, own, then }]))
    .map((row) => ({ ...row, change: Math.round((row.own - row.then) * 10) / 10 }));
  const when = now === '本期' ? '' : now;
  return {
    title,
    blocks: [
      ...dataTable(
        `${now}与${earlier.title}对比`,
        [
          { title: '项目', width: 4 },
          { title: now, width: 2 },
          { title: earlier.title, width: 2 },
          { title: '增减', width: 2 },
        ],
        rows.map(({ name, unit, own, then, change }) => [
          name,
          `${own}${unit}`,
          `${then}${unit}`,
          change === 0 ? '持平' : `${signed(change)}${points(unit)}`,
        ]),
      ),
      { kind: 'paragraph', text: '注：两期都按现有党员统计。' },
    ],
    analysis: rows.map(({ name, unit, own, then, change }) => {
      if (change === 0) return `${when}${name}${own}${unit}，与${earlier.title}持平。`;
      const more = change > 0 ? '增加' : '减少';
      return `${when}${name}${own}${unit}，比${earlier.title}的${then}${unit}${more}${Math.abs(change)}${points(unit)}。`;
    }),
    open: [],
  };
}

/** A difference of percentages is one of percentage points. */
function points(unit: string): string {
  return unit === '%' ? '个百分点' : unit;
}

function measures({ facts, rulebook, members }: ReportInput): readonly Measure[] {
  const entries = (side: 'bonus' | 'deduction') => (period: Days) =>
    entriesIn(facts, rulebook, members, period, side).length;
  const earned = (side: 'bonus' | 'deduction') => (period: Days) =>
    Math.abs(sum(entriesIn(facts, rulebook, members, period, side), (entry) => entry.points));
  return [
    { title: '活动', unit: '场', of: (period) => turnoutOf(facts, members, period).activities },
    {
      title: '到会率',
      unit: '%',
      of: (period) => {
        const { due, present } = turnoutOf(facts, members, period);
        return due === 0 ? null : percentOf(present, due);
      },
    },
    { title: '加分笔数', unit: '笔', of: entries('bonus') },
    { title: '加分合计', unit: '分', of: earned('bonus') },
    { title: '减分笔数', unit: '笔', of: entries('deduction') },
    { title: '减分合计', unit: '分', of: earned('deduction') },
    { title: '发挥作用登记', unit: '次', of: (period) => actionsIn(facts, members, period).length },
  ];
}
