/** What there is to choose from, where a grade, a number or a ground was not understood. */
import { findItem } from '../../../domain/rulebook/items.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { signed } from '../../../words/items.js';

/** The most of somebody's typing that is repeated. */
const longestQuote = 20;

export function quote(text: string): string {
  const characters = Array.from(text);
  return characters.length > longestQuote ? `${characters.slice(0, longestQuote).join('')}…` : text;
}

/** The grades of an item, with their points. */
export function gradesText(number: number, rulebook: Rulebook): string {
  const item = findItem(rulebook, number);
  const side = item?.side === 'deduction' ? -1 : 1;
  const grades =
    item?.grades.map((grade) => `${grade.label} ${signed(side * grade.points)}`).join('、') ?? '';
  return `第${number}项“${item?.title ?? ''}”请注明级别：${grades}。请选一行发送：`;
}

/** Which grades count each person, where there are any. */
export function timesText(number: number, rulebook: Rulebook): string {
  const counted = findItem(rulebook, number)?.grades.filter(({ perCount }) => perCount) ?? [];
  return counted.length > 0
    ? `第${number}项只有“${counted.map(({ label }) => label).join('”“')}”按人次计，没有登记，请核对。`
    : `第${number}项不能写倍数，一次一条，请分别登记。`;
}

/** The grounds of a veto, by number and title. */
export function groundsText(written: string, { veto }: Rulebook): string {
  const grounds = veto.grounds.map(({ number, title }) => `${number} ${title}`).join('、');
  const head = written === '' ? '请写明款号' : `没有“${quote(written)}”这一款`;
  return `${head}，没有办理。一票否决的情形有：${grounds}。请选一行发送：`;
}
