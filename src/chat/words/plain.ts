import { word, type Word, type WordInput, type WordResult } from '../define.js';
import type { OtherDay } from '../../app/points/says.js';
import { monthAndDay, paperDay } from '../../words/dates.js';
import { readDate } from './dates/text.js';
import { chineseNumber } from './dates/tokens.js';
import { cutToken, rewrite } from './line.js';
import { isHere } from '../../domain/branch/people.js';
import { findPerson } from './people/find.js';

/** Also as the usage line writes it: 编号3. */
const matterNumber = /^(?:编号[：:]?)?#?第?(\d{1,9})[条号]?[.．。、,，]?$/u;
const spelledNumber = /^第?([一二三四五六七八九十]{1,3})[条号]?$/u;
const numberJoiners = /[、,\uff0c;\uff1b和]/u;
/** 1-3, 1~3, 1至3 */
const range = /^#?(\d{1,9})(?:[-~\u2013\u2014\uff5e\u301c至到]{1,2})#?(\d{1,9})$/u;
/** A longer range was not meant. */
const longestRange = 50;
/** 23重复; a measure behind the digits would make them an amount: 23次迟到. */
const numberInFront =
  /^(#?第?\d{1,9}[条号]?)[、，,：:]?(?=[\p{Script=Han}“《])(?![次个月日号年人天分项条名张份元点时岁季周小])/u;
const yearNumber = /^(20\d\d)年?$/u;

/** Everything up to the keywords or the end, as it was written; absent when there is nothing. */
export function restOf({ line, tokens, at, end }: WordInput): WordResult<string> {
  const first = at < end ? tokens[at] : undefined;
  const last = tokens[end - 1];
  // What was written on to a name may belong to a longer one.
  if (first === undefined || last === undefined || first.glued === true) return { kind: 'absent' };
  return { kind: 'taken', value: line.text.slice(first.start, last.end), next: end };
}

/** One of a few known things, which also reads what was written on to the command: 帮助请假. */
export function topicNamed(label: string): Word<string> {
  return word(label, (input) => {
    const [first] = input.tokens;
    const read = restOf(input);
    return read.kind === 'absent' && first?.glued === true && input.at === 0
      ? { kind: 'taken', value: input.line.text.slice(first.start), next: input.end }
      : read;
  });
}

/** ……, ×××: where a line that was copied is to be filled in. */
const saysNothing = /^[^\p{L}\p{N}\p{Extended_Pictographic}]+$|^[×xX]+$/u;

/**
 * Free text up to the keywords or the end; `kept`: what of it counts. What asks to be filled in is no text, and another
 * command within would be lost, and read by somebody whom it is not about.
 */
export function textNamed(
  label: string,
  kept: (text: string, input: WordInput) => string = (text) => text,
): Word<string> {
  return word(label, (input) => {
    const read = restOf(input);
    if (read.kind !== 'taken') return read;
    const { value: text } = read;
    if (saysNothing.test(text)) return { kind: 'problem', problem: { code: 'toBeFilled', text, label } };
    const other = input.tokens.slice(input.at, input.end).find((token) => beginsCommand(token.text, input));
    if (other === undefined) return { ...read, value: kept(text, input) };
    const lines = [input.line.text.slice(0, other.start).trimEnd(), input.line.text.slice(other.start)];
    return { kind: 'problem', problem: { code: 'oneByOne', of: 'commands', lines } };
  });
}

export const restText = textNamed('事由');

export interface Reason {
  readonly text: string;
  /** It contains a witness clause written together (证明王芳), to be hinted at. */
  readonly gluedWitness: boolean;
  /** What follows a word 文号 in it, to be hinted at: a document number is material only behind `/材料 N`. */
  readonly writtenDocument: string | null;
  /** It names another day, and the line gives none: 昨天去献血. */
  readonly otherDay?: OtherDay;
}

export const reasonText: Word<Reason> = word('事由', (input) => {
  const read = restText.read(input);
  if (read.kind !== 'taken') return read;
  const { value: text } = read;
  return {
    ...read,
    value: {
      text,
      gluedWitness: hasGluedWitness(input),
      writtenDocument: writtenDocument(input),
      ...otherDayIn(input, text),
    },
  };
});

function beginsCommand(text: string, { commands }: WordInput): boolean {
  return text.startsWith('/') && commands.find(text.slice(1)) !== undefined;
}

const earlierDay =
  /大前天|前天|昨[天日]|上周[一二三四五六日天]|(?:20\d\d年)?\d{1,2}月\d{1,2}[日号]|(?<![\d.])(?:1[0-2]|[1-9])\.(?:0[1-9]|[12]\d|3[01])(?=$|[\s，,。、；;号日])/u;

/** A deed without a date is of today: who wrote another day into the reason is asked with the line that says so. */
function otherDayIn(
  { context, line, tokens, end }: WordInput,
  text: string,
): { readonly otherDay?: OtherDay } {
  const said = earlierDay.exec(text)?.[0];
  if (said === undefined || tokens.slice(end).some((token) => token.text === '日期')) return {};
  const reading = readDate(said, context.today, 'past');
  if (reading.kind !== 'read') return {};
  return {
    otherDay: { said, on: reading.value, line: `${line.text} 日期 ${dayIn(reading.value, context.today)}` },
  };
}

/** With its year where that is another than this one. */
function dayIn(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? monthAndDay(day) : paperDay(day);
}

function writtenDocument({ line, tokens, at, end }: WordInput): string | null {
  const here = tokens.findIndex((token, index) => index >= at && index < end && token.text === '文号');
  const [first, last] = [tokens[here + 1], tokens[end - 1]];
  if (here === -1 || here + 1 >= end || first === undefined || last === undefined) return null;
  return line.text.slice(first.start, last.end);
}

/** 证明王芳, 证明人 王芳, ，证明：王芳 */
const witnessClause = /证明人?[：:\s]*([^\s，,；;。]+)/gu;

/** 王芳刘洋证明, 王芳可以作证 */
const witnessesBefore = /(?:可以|能|都|给)*(?:作证|证明)$/u;

function hasGluedWitness({ context, line, tokens, at, end }: WordInput): boolean {
  const written = line.text.slice(tokens[at]?.start, tokens[end - 1]?.end);
  const before = witnessesBefore.test(written) ? written.replace(witnessesBefore, '') : '';
  if (context.facts.all('person').some((person) => isHere(person) && before.endsWith(person.name)))
    return true;
  return [...written.matchAll(witnessClause)]
    .flatMap(([, names = '']) => names.split(numberJoiners))
    .some((name) => name !== '' && findPerson(context, name, 'person').kind !== 'none');
}

/** One matter: 3, #3, 第3条. Several are asked about, each as a line of its own. */
export const matterWord: Word<number> = word(
  '编号',
  (input) => {
    const { line, tokens, at, end } = input;
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined) return { kind: 'absent' };
    const first = numbersIn(token.text);
    if (first === undefined)
      return { kind: 'problem', problem: { code: 'notANumber', text: token.text, label: '编号' } };
    const others = openBehind(input);
    const several = [...first, ...others.flatMap(({ numbers }) => numbers)];
    const [number] = several;
    if (number !== undefined && several.length === 1) return { kind: 'taken', value: number, next: at + 1 };
    const all = { ...token, end: others.at(-1)?.end ?? token.end };
    const lines = [...new Set(several)].map((one) => rewrite(line, all, String(one)));
    return { kind: 'problem', problem: { code: 'oneByOne', of: 'numbers', lines } };
  },
  undefined,
  ({ tokens, at }) => {
    const [whole = '', number = ''] = numberInFront.exec(tokens[at]?.text ?? '') ?? [];
    return number === ''
      ? undefined
      : cutToken(tokens, at, number.length, { drop: whole.length - number.length });
  },
);

/** `/驳回 5 6 理由`: 6 is meant as well where it is open, and else begins the text. */
function openBehind({ context, tokens, at, end }: WordInput) {
  const found: { readonly numbers: readonly number[]; readonly end: number }[] = [];
  for (const { text, end: last } of tokens.slice(at + 1, end)) {
    const numbers = numbersIn(text);
    if (numbers?.every((one) => context.facts.get('matter', one)?.state === 'open') !== true) break;
    found.push({ numbers, end: last });
  }
  return found;
}

function numberOf(text: string): number | undefined {
  const match = matterNumber.exec(text.normalize('NFKC'));
  const spelled = spelledNumber.exec(text)?.[1];
  if (spelled !== undefined) return chineseNumber(spelled);
  return match === null ? undefined : Number(match[1]);
}

/** The numbers of `1、3，5`, `1-3`; undefined: something else is among them. */
export function numbersIn(text: string): readonly number[] | undefined {
  const found: number[] = [];
  for (const piece of text.split(numberJoiners).filter((part) => part !== '')) {
    const [, from, to] = range.exec(piece.normalize('NFKC')) ?? [];
    const [first, last] = [Number(from), Number(to)];
    const number = numberOf(piece);
    if (number !== undefined) found.push(number);
    else if (from === undefined || last < first || last - first >= longestRange) return undefined;
    else found.push(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
  }
  return found.length === 0 ? undefined : found;
}

/** Several matters: `#1、2`, `1 2`, `1-3`; each once, in the order in which they were written. */
export const matterWords: Word<readonly number[]> = word('编号…', ({ tokens, at, end }) => {
  const numbers: number[] = [];
  const isLabelled = tokens[at]?.text === '编号' && end - at > 1;
  for (const token of tokens.slice(isLabelled ? at + 1 : at, end)) {
    const read = numbersIn(token.text);
    if (read === undefined)
      return { kind: 'problem', problem: { code: 'notANumber', text: token.text, label: '编号' } };
    numbers.push(...read);
  }
  return numbers.length === 0
    ? { kind: 'absent' }
    : { kind: 'taken', value: [...new Set(numbers)], next: end };
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
