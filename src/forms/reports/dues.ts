import { keptMonths, missingFor } from '../../domain/dues/register.js';
import { monthIn } from '../../domain/period/months.js';
import { monthOf } from '../../domain/period/civil.js';
import { duesOf } from '../../app/life/report-figures.js';
import { dataTable, sum } from './tables.js';
import type { Part, ReportInput } from './part.js';

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
