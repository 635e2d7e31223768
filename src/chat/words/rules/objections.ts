import type { WrittenTarget } from '../../../app/objections/object.js';
import { word, type Word } from '../../define.js';
import { textNamed } from '../plain.js';

const matter = /^(#?)(\d{1,9})$/u;
/** 公示1, 公示第1号, 公示#1, 公示1号; the number may be a separate word. */
const notice = /^公示#?第?#?(\d{1,9})号?$/u;

/** What an objection is about: 3 or #3, a matter; 公示1, a notice. */
export const targetWord: Word<WrittenTarget> = word<WrittenTarget>('编号或公示号', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const bare = matter.exec(token.text);
  if (bare !== null)
    return {
      kind: 'taken',
      value: { to: bare[1] === '#' ? 'matter' : 'either', number: Number(bare[2]) },
      next: at + 1,
    };
  const apart = token.text === '公示' && at + 1 < end ? (tokens[at + 1]?.text ?? '') : '';
  const named = notice.exec(`${token.text}${apart}`);
  if (named === null)
    return { kind: 'problem', problem: { code: 'notANumber', text: token.text, label: '编号或公示号' } };
  const next = apart === '' ? at + 1 : at + 2;
  return { kind: 'taken', value: { to: 'notice', number: Number(named[1]) }, next };
});

/** 公示1, where another may be meant without it. */
export const noticeWord: Word<number> = word('公示号', (input) => {
  const read = targetWord.read(input);
  return read.kind === 'taken' && read.value.to === 'notice'
    ? { ...read, value: read.value.number }
    : { kind: 'absent' };
});

/** A space, then #1, then the end. */
const lineAtEnd = /\s#(\d{1,9})[。.]?$/u;

const answers = new Map([
  ['维持', false],
  ['成立', true],
]);

/** 维持 or 成立, as a word of its own. */
export const answerWord: Word<boolean> = word('维持或成立', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const value = answers.get(token.text);
  if (value !== undefined && !token.named) return { kind: 'taken', value, next: at + 1 };
  const choices = [...answers.keys()];
  return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '答复', choices } };
});

/** 核实没有投诉 #1: the words, and the number of a line that stands behind them. */
export const answerText: Word<{ readonly text: string; readonly atEnd: number | null }> = word(
  '说明',
  (input) => {
    const read = textNamed('说明').read(input);
    if (read.kind !== 'taken') return read;
    const atEnd = lineAtEnd.exec(read.value)?.[1];
    return { ...read, value: { text: read.value, atEnd: atEnd === undefined ? null : Number(atEnd) } };
  },
);
