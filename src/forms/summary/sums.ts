import type { SummaryLine } from './lines.js';

/** The row below all others. */
export interface SummarySums {
  readonly name: string;
  readonly base: number;
  readonly bonus: number;
  readonly deductions: number;
  readonly total: number;
  /** Why the row does not add up by itself; nothing where it does. */
  readonly notes: readonly string[];
}

export function sumsOf(lines: readonly SummaryLine[]): SummarySums {
  const sum = (column: 'base' | 'bonus' | 'deductions' | 'total'): number =>
    lines.reduce((total, line) => total + line[column], 0);
  const sums = { base: sum('base'), bonus: sum('bonus'), deductions: sum('deductions'), total: sum('total') };
  const addsUp = sums.base + sums.bonus - sums.deductions === sums.total;
  return { name: `合计（${lines.length}人）`, ...sums, notes: addsUp ? [] : [whyNot(lines)] };
}

/** An auditor adds up the last row first; what the remarks of the members explain is said there once more. */
function whyNot(lines: readonly SummaryLine[]): string {
  const counted = lines.filter(({ vetoed }) => !vetoed);
  const isOver = counted.some(
    ({ base, bonus, deductions, uncounted, total }) => base + bonus - deductions + uncounted > total,
  );
  const reasons = [
    lines.some(({ vetoed }) => vetoed) ? '一票否决的按0分计' : '',
    counted.some(({ uncounted }) => uncounted > 0) ? '超出基础分的减分不计算' : '',
    isOver ? '超出上限的加分不计算' : '',
  ].filter((text) => text !== '');
  return `注：${['综合得分的合计为各人得分之和', ...reasons].join('，')}。`;
}
