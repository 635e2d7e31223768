import { monthOf, yearOf } from '../../../domain/period/civil.js';
import { endedPeriod, type PeriodName } from '../../../domain/notice/period.js';
import type { QuarterNumber } from '../../../domain/period/months.js';
import { word, type Word } from '../../define.js';
import { readMonth, readQuarter } from './span.js';
import { yearWord } from '../plain.js';

/**
 * What a branch publishes by: a quarter, or a month where the rulebook of that year says so. Without a year it is this
 * year's, of the last quarter until March last year's; what has not ended is refused later, never taken for another year.
 */
export const periodWord: Word<PeriodName> = word('季度或月份', ({ context, line, tokens, at, end }) => {
  const first = at < end ? tokens[at] : undefined;
  const last = tokens[end - 1];
  if (first === undefined || last === undefined) return { kind: 'absent' };
  const text = line.text.slice(first.start, last.end);
  const frequencyIn = (year: number) => context.rulebookOf(year).publication.frequency;
  const month = monthIn(text, context.today);
  if (month !== undefined && frequencyIn(month.year) === 'monthly')
    return { kind: 'taken', value: month, next: end };
  const quarter = quarterIn(text, context.today);
  if (quarter !== undefined && frequencyIn(quarter.year) === 'quarterly')
    return { kind: 'taken', value: quarter, next: end };
  const meant = (month ?? quarter)?.year ?? endedPeriod(context.facts, context.rulebook, context.today).year;
  const [label, choices] =
    frequencyIn(meant) === 'monthly'
      ? ['月份', ['9月', `${meant}年9月`]]
      : ['季度', ['三季度', `${meant}年三季度`, '上季度']];
  return { kind: 'problem', problem: { code: 'notOneOf', text, label, choices } };
});

function quarterIn(text: string, today: string): PeriodName | undefined {
  const reading = readQuarter(text, today);
  return reading.kind === 'read' ? { year: reading.value.year, period: reading.value.quarter } : undefined;
}

/** A year, or one quarter of it. */
export interface YearOrQuarter {
  readonly year: number;
  readonly quarter: QuarterNumber | null;
}

/** 2025, 三季度, 2025年三季度, 2025 三季度: of which time a paper is. A quarter without a year is the latest that has begun. */
export const yearOrQuarter = word<YearOrQuarter>('年份或季度', (input) => {
  const { context, line, tokens, at, end } = input;
  const first = at < end ? tokens[at] : undefined;
  if (first === undefined || first.named) return { kind: 'absent' };
  for (const next of [at + 2, at + 1]) {
    const last = next <= end ? tokens[next - 1] : undefined;
    if (last === undefined || last.named) continue;
    const reading = readQuarter(line.text.slice(first.start, last.end), context.today, 'begun');
    if (reading.kind === 'read') return { kind: 'taken', value: reading.value, next };
  }
  const year = yearWord.read(input);
  return year.kind === 'taken' ? { ...year, value: { year: year.value, quarter: null } } : { kind: 'absent' };
});

/** Until March the months of the last quarter are last year's. */
function monthIn(text: string, today: string): PeriodName | undefined {
  const reading = readMonth(text, today);
  if (reading.kind === 'notADate') return undefined;
  if (reading.kind === 'read') return { year: yearOf(reading.value), period: monthOf(reading.value) };
  const [thisYears = today, lastYears = today] = reading.candidates;
  const month = monthOf(today) <= 3 && monthOf(thisYears) >= 10 ? lastYears : thisYears;
  return { year: yearOf(month), period: monthOf(month) };
}
