import type { Disposal } from '../../../domain/year/rows.js';
import { word, type Word } from '../../define.js';
import { dateWord } from '../dates/date-words.js';

const measures: Readonly<Record<string, Disposal['measure']>> = {
  限期改正: 'correction',
  劝退: 'persuasion',
  劝其退党: 'persuasion',
  除名: 'removal',
};

/** 限期改正, 劝退, 除名 */
export const disposalWord: Word<Disposal['measure']> = word('限期改正|劝退|除名', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const value = token.named ? undefined : measures[token.text];
  if (value !== undefined) return { kind: 'taken', value, next: at + 1 };
  const choices = ['限期改正', '劝退', '除名'];
  return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '处置', choices } };
});

const inMonths = /^(\d{1,2})个月$/u;
const named: Readonly<Record<string, number>> = { 半年: 6, 一年: 12, '1年': 12 };

type Term = { readonly until: string } | { readonly months: number };

/** 6个月, 半年, 一年, or the last day. */
export const termWord: Word<Term> = word<Term>('期限', (input) => {
  const token = input.at < input.end ? input.tokens[input.at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const months = named[token.text] ?? Number(inMonths.exec(token.text)?.[1] ?? 0);
  if (months > 0) return { kind: 'taken', value: { months }, next: input.at + 1 };
  const read = dateWord('coming').read(input);
  return read.kind === 'taken' ? { ...read, value: { until: read.value } } : read;
});
