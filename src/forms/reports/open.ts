import { dateOf, isIn, monthOf } from '../../domain/period/civil.js';
import { pointsMatters } from '../../domain/points/deeds.js';
import { dataTable, sum } from './tables.js';
import type { Part, ReportInput } from './part.js';
import { keptMonths, missingFor } from '../../domain/dues/register.js';
import { monthIn } from '../../domain/period/months.js';
import { duesOf } from '../../app/life/report-figures.js';

/** Open matters: counts only. */
export function openPart(input: ReportInput): Part {
  const [matters, activities] = [openMatters(input), unclosed(input)];
  return {
    title: '未办结事项',
    blocks: dataTable(
      '未办结事项',
      [
        { title: '事项', width: 4 },
        { title: '数量', width: 2 },
      ],
      [
        ['待认定的加减分', `${matters}条`],
        ['已过期而没有结束登记的活动', `${activities}场`],
      ],
    ),
    analysis: [],
    open: [
      ...(matters === 0 ? [] : [`期间的加减分还有${matters}条没有办结，请及时认定。`]),
      ...(activities === 0 ? [] : [`已过期而没有结束登记的活动${activities}场，请结束登记。`]),
    ],
  };
}

/** Bonuses and deductions of the period that wait for evidence or a ruling. */
function openMatters({ facts, members, period }: ReportInput): number {
  return members
    .flatMap(({ id }) => pointsMatters(facts, id))
    .filter(({ state, deedOn }) => state === 'open' && isIn(period, deedOn)).length;
}

/** Past activities whose register was never closed. */
function unclosed({ facts, period, today }: ReportInput): number {
  return facts
    .all('activity')
    .filter(({ state, at }) => state === 'announced' && dateOf(at) < today)
    .filter(({ at }) => isIn(period, dateOf(at))).length;
}

/** Payments by month, as counts; a month without any was not kept here. */
export function duesPart({ facts, period, today }: ReportInput): Part {
  const kept = new Set(keptMonths(facts));
  const months = duesOf(facts, period).map(({ month, payments }) => ({
    month,
    payments,
    // Until the month is over nobody is late.
    missing: kept.has(month) && month < monthIn(today) ? missingFor(facts, month).length : 0,
  }));
  if (months.length === 0) return { title: '党费', blocks: [], analysis: ['期间没有登记党费。'], open: [] };
  const payments = sum(months, (row) => row.payments);
  const missing = sum(months, (row) => row.missing);
  return {
    title: '党费',
    blocks: dataTable(
      '党费登记',
      [
        { title: '月份', width: 2 },
        { title: '已交人次', width: 2 },
        { title: '到期未登记人次', width: 3 },
      ],
      months.map((row) => [`${monthOf(row.month)}月`, String(row.payments), String(row.missing)]),
      [`合计（${months.length}个月）`, String(payments), String(missing)],
    ),
    analysis: [
      `登记党费${months.length}个月，已交${payments}人次，${missing === 0 ? '没有到期未登记的' : `到期未登记${missing}人次`}。`,
    ],
    open: missing === 0 ? [] : [`到期未登记的党费${missing}人次，请核对登记，确实未交的及时补交。`],
  };
}
