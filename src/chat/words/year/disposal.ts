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

const inMonths = /^(\d{1,2}|[一二两三四五六七八九])个月$/u;
const inWeeks = /^(\d{1,2}|[一二两三四五六七八九])(?:周|个?星期|个?礼拜)$/u;
const named: Readonly<Record<string, number>> = { 半年: 6, 一年: 12, '1年': 12 };

/** A length that is none of the above. */
const otherLength = /^[\d一二两三四五六七八九十百半]+个?(?:年|月|星期|礼拜|周|天)半?$/u;

type Term = { readonly until: string } | { readonly months: number } | { readonly days: number };

/** 0: it says no such number. */
function counted(written: string | undefined): number {
  if (written === undefined) return 0;
  return Number(written) || '零一二三四五六七八九'.indexOf(written.replace('两', '二'));
}

/** 6个月, 半年, 一年, 两周, or the last day. */
export const termWord: Word<Term> = word<Term>('期限', (input) => {
  const token = input.at < input.end ? input.tokens[input.at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const months = named[token.text] ?? counted(inMonths.exec(token.text)?.[1]);
  if (months > 0) return { kind: 'taken', value: { months }, next: input.at + 1 };
  const weeks = counted(inWeeks.exec(token.text)?.[1]);
  if (weeks > 0) return { kind: 'taken', value: { days: weeks * 7 }, next: input.at + 1 };
  if (!token.named && otherLength.test(token.text)) {
    const choices = ['6个月', '半年', '一年', '到期的日期'];
    return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '期限', choices } };
  }
  const read = dateWord('coming').read(input);
  return read.kind === 'taken' ? { ...read, value: { until: read.value } } : read;
});
