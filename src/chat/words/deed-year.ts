import { yearOf } from '../../domain/period/civil.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { WordInput } from '../define.js';
import { dateWord } from './date-words.js';

const dateKeyword = '日期';
const keywords = [dateKeyword, '证明'];
const deedDate = dateWord('past');

/**
 * The year of the deed: what stands behind 日期 at the end of the line, else today's. Items and grades are read by
 * the rulebook of that year, so that one line means the same before and after the branch has adopted another.
 */
export function deedYear(input: WordInput): number {
  const { context, tokens, end } = input;
  const thisYear = yearOf(context.today);
  const at = tokens.findIndex(({ text, named }, index) => index >= end && text === dateKeyword && !named);
  if (at === -1) return thisYear;
  const next = tokens.findIndex(({ text, named }, index) => index > at && keywords.includes(text) && !named);
  const until = next === -1 ? tokens.length : next;
  const read = deedDate.read({ ...input, at: at + 1, end: until });
  // What is wrong with the date is said when its own turn comes.
  return read.kind === 'taken' ? yearOf(read.value) : thisYear;
}

export function deedRulebook(input: WordInput): Rulebook {
  return input.context.rulebookOf(deedYear(input));
}
