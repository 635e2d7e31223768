import { yearOf } from '../../../domain/period/civil.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import type { WordInput } from '../../define.js';
import { deedDay } from '../dates/date-words.js';

const dateKeyword = '日期';
const keywords = [dateKeyword, '证明'];

/**
 * The year of the deed: from 日期 at the end of the line, else today's. Items and grades follow
 * that year's rulebook, so that a line means the same before and after the branch adopts another.
 */
export function deedYear(input: WordInput): number {
  const { context, tokens, end } = input;
  // Item, grade, number of times and reason ask one after another.
  const before = deedYears.get(context);
  if (before?.tokens === tokens && before.end === end) return before.year;
  const year = readDeedYear(input);
  deedYears.set(context, { tokens, end, year });
  return year;
}

const deedYears = new WeakMap<
  WordInput['context'],
  Pick<WordInput, 'tokens' | 'end'> & { readonly year: number }
>();

function readDeedYear(input: WordInput): number {
  const { context, tokens, end } = input;
  const thisYear = yearOf(context.today);
  const at = tokens.findIndex(({ text, named }, index) => index >= end && text === dateKeyword && !named);
  if (at === -1) return thisYear;
  const next = tokens.findIndex(({ text, named }, index) => index > at && keywords.includes(text) && !named);
  const until = next === -1 ? tokens.length : next;
  const read = deedDay.read({ ...input, at: at + 1, end: until });
  // A bad date is reported when the date itself is read.
  return read.kind === 'taken' ? yearOf(read.value) : thisYear;
}

export function deedRulebook(input: WordInput): Rulebook {
  return input.context.rulebookOf(deedYear(input));
}
