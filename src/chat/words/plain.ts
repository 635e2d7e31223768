import { word, type Word, type WordInput, type WordResult } from '../define.js';
import { chineseNumber } from './dates/tokens.js';
import { cutToken, rewrite } from './line.js';

/** Also as the usage line writes it: 编号3. */
const matterNumber = /^(?:编号[：:]?)?#?第?(\d{1,9})[条号]?[.．。、,，]?$/u;
const spelledNumber = /^第?([一二三四五六七八九十]{1,3})[条号]?$/u;
export const numberJoiners = /[、,\uff0c;\uff1b和]/u;
/** 1-3, 1~3, 1至3 */
const range = /^#?(\d{1,9})(?:[-~\u2013\u2014\uff5e\u301c至到]{1,2})#?(\d{1,9})$/u;
/** A longer range was not meant. */
const longestRange = 50;
/** 23重复; a measure behind the digits would make them an amount: 23次迟到. */
const numberInFront =
  /^(#?第?\d{1,9}[条号]?)[、，,：:]?(?=[\p{Script=Han}“《])(?![次个月日号年人天分项条名张份元点时岁季周小])/u;
const materialWord = '材料';
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

/** ……, ×××, 怎样办的: where a line that was copied is to be filled in. */
const saysNothing = /^[^\p{L}\p{N}\p{Extended_Pictographic}]+$|^[×xX]+$|^怎样办的$/u;

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
    // The word of the offered line itself, copied as it stood.
    if (saysNothing.test(text) || text === label)
      return { kind: 'problem', problem: { code: 'toBeFilled', text, label } };
    const other = otherCommand(input);
    if (other === undefined) return { ...read, value: kept(text, input) };
    const before = input.line.text
      .slice(0, other)
      .trimEnd()
      .replace(/[；;，,。]$/u, '');
    const lines = [before, input.line.text.slice(other)];
    return { kind: 'problem', problem: { code: 'oneByOne', of: 'commands', lines } };
  });
}

export const restText = textNamed('事由');

/** Where another command begins: 扫雪 /加分 王芳 …, 扫雪；/加分 王芳 … */
function otherCommand(input: WordInput): number | undefined {
  for (const { text, start } of input.tokens.slice(input.at, input.end)) {
    const glued = text.search(/(?<=[；;，,。])\//u);
    const from = text.startsWith('/') ? 0 : glued;
    if (from >= 0 && beginsCommand(text.slice(from), input)) return start + from;
  }
  return undefined;
}

function beginsCommand(text: string, { commands }: WordInput): boolean {
  return text.startsWith('/') && commands.find(text.slice(1)) !== undefined;
}

/** One matter: 3, #3, 第3条. Several are asked about, each as a line of its own. */
export const matterWord: Word<number> = word(
  '编号',
  (input) => {
    const { line, tokens, at, end } = input;
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined) return { kind: 'absent' };
    const first = numbersIn(token.text);
    const behind = tokens[at + 1];
    // 撤回 材料 3: a paper is part of its matter.
    if (token.text === materialWord && behind !== undefined && numbersIn(behind.text) !== undefined) {
      const lines = [`${line.text.slice(0, token.start)}${line.text.slice(behind.start)}`];
      return { kind: 'problem', problem: { code: 'oneByOne', of: 'materials', lines } };
    }
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

export interface MatterNumbers {
  readonly numbers: readonly number[];
  /** Those of a range (1-3) that are not written singly as well: nobody looked at each. */
  readonly ranged: readonly number[];
}

/** Several matters: `#1、2`, `1 2`, `1-3`; each once, in the order in which they were written. */
export const matterWords: Word<MatterNumbers> = word('编号…', ({ tokens, at, end }) => {
  const numbers: number[] = [];
  const single = new Set<number>();
  const isLabelled = tokens[at]?.text === '编号' && end - at > 1;
  for (const token of tokens.slice(isLabelled ? at + 1 : at, end)) {
    const read = numbersIn(token.text);
    if (read === undefined)
      return { kind: 'problem', problem: { code: 'notANumber', text: token.text, label: '编号' } };
    numbers.push(...read);
    for (const piece of token.text.split(numberJoiners)) {
      const one = numberOf(piece);
      if (one !== undefined) single.add(one);
    }
  }
  if (numbers.length === 0) return { kind: 'absent' };
  const each = [...new Set(numbers)];
  return {
    kind: 'taken',
    value: { numbers: each, ranged: each.filter((number) => !single.has(number)) },
    next: end,
  };
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

const counted = /^(\d{1,5})(?:人|票)?[，,；;、。]?$/u;

/** 6, 6人, 6票 behind the keyword `said`, also joined to it: 应到8 */
export function countOf(label: string, said: string): Word<number> {
  const count = word(label, ({ tokens, at, end }) => {
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined) return { kind: 'absent' };
    const match = counted.exec(token.text);
    if (match === null) return { kind: 'problem', problem: { code: 'notANumber', text: token.text, label } };
    return { kind: 'taken', value: Number(match[1]), next: at + 1 };
  });
  return { ...count, spoken: [said] };
}
