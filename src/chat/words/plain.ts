import { word, type Word, type WordInput } from '../define.js';
import { findPerson } from './people/names.js';

const matterNumber = /^#?(\d{1,9})$/u;
const numberJoiners = /[、,\uff0c]/u;
const yearNumber = /^(20\d\d)年?$/u;

/** Everything up to the keywords or the end, as it was written; absent when there is nothing. */
export const restText: Word<string> = word('事由', ({ line, tokens, at, end }) => {
  const first = at < end ? tokens[at] : undefined;
  const last = tokens[end - 1];
  if (first === undefined || last === undefined) return { kind: 'absent' };
  return { kind: 'taken', value: line.text.slice(first.start, last.end), next: end };
});

/** The same under another label. */
export function textNamed(label: string): Word<string> {
  return word(label, restText.read);
}

export interface Reason {
  readonly text: string;
  /** It contains a witness clause written together (证明王芳), to be hinted at. */
  readonly gluedWitness: boolean;
  /** What follows a word 文号 in it, to be hinted at: a document number is material only behind `/材料 N`. */
  readonly writtenDocument: string | null;
}

export const reasonText: Word<Reason> = word('事由', (input) => {
  const read = restText.read(input);
  if (read.kind !== 'taken') return read;
  const { value: text } = read;
  return {
    ...read,
    value: { text, gluedWitness: hasGluedWitness(input), writtenDocument: writtenDocument(input) },
  };
});

function writtenDocument({ line, tokens, at, end }: WordInput): string | null {
  const here = tokens.findIndex((token, index) => index >= at && index < end && token.text === '文号');
  const [first, last] = [tokens[here + 1], tokens[end - 1]];
  if (here === -1 || here + 1 >= end || first === undefined || last === undefined) return null;
  return line.text.slice(first.start, last.end);
}

function hasGluedWitness({ context, tokens, at, end }: WordInput): boolean {
  return tokens
    .slice(at, end)
    .filter((token) => token.text.startsWith('证明'))
    .flatMap((token) => token.text.slice('证明'.length).split(numberJoiners))
    .some((name) => name !== '' && findPerson(context, name, 'person').kind !== 'none');
}

/** One matter: 3 or #3. */
export const matterWord: Word<number> = word('编号', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const match = matterNumber.exec(token.text);
  if (match === null)
    return { kind: 'problem', problem: { code: 'notANumber', text: token.text, label: '编号' } };
  return { kind: 'taken', value: Number(match[1]), next: at + 1 };
});

/** Several matters: `#1、2`, `1 2`. */
export const matterWords: Word<readonly number[]> = word('编号…', ({ tokens, at, end }) => {
  const numbers: number[] = [];
  for (const token of tokens.slice(at, end)) {
    for (const piece of token.text.split(numberJoiners).filter((part) => part !== '')) {
      const match = matterNumber.exec(piece);
      if (match === null)
        return { kind: 'problem', problem: { code: 'notANumber', text: piece, label: '编号' } };
      numbers.push(Number(match[1]));
    }
  }
  return numbers.length === 0 ? { kind: 'absent' } : { kind: 'taken', value: numbers, next: end };
});

/** 2025 or 2025年 */
export const yearWord: Word<number> = word('年份', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  const match = token === undefined || token.named ? null : yearNumber.exec(token.text);
  return match === null ? { kind: 'absent' } : { kind: 'taken', value: Number(match[1]), next: at + 1 };
});

/** One fixed word at its place, such as 是. */
export function fixedWord(text: string): Word<true> {
  return word(text, ({ tokens, at, end }) => {
    const token = at < end ? tokens[at] : undefined;
    return token?.text === text && !token.named
      ? { kind: 'taken', value: true, next: at + 1 }
      : { kind: 'absent' };
  });
}

const digits = /^(\d{1,4})条?$/u;

/** How many lines of a list: 20, 20条. */
export function countUpTo(most: number): Word<number> {
  return word<number>('条数', ({ tokens, at, end }) => {
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined) return { kind: 'absent' };
    const value = Number(digits.exec(token.text)?.[1] ?? 0);
    if (value >= 1 && value <= most) return { kind: 'taken', value, next: at + 1 };
    const choices = [`1到${most}的整数`];
    return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '条数', choices } };
  });
}
