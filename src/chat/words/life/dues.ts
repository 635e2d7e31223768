import { word, type Word, type WordInput, type WordResult } from '../../define.js';
import { monthAfter, monthIn, type Month } from '../../../domain/period/months.js';
import { dateWord } from '../dates/date-words.js';
import { readMonth } from '../dates/span.js';
import { rewrite, type Token } from '../line.js';
import { findMemberEver } from '../people/find.js';

const yuan = /^(?:[¥\uffe5])?(\d{1,9})(?:\.(\d{1,2}))?元?$/u;
const bareMonth = /^(?:1[0-2]|[1-9])$/u;
const cancelWord = '撤销';
const stepWords: ReadonlyMap<string, 'education' | 'refusal'> = new Map([
  ['教育', 'education'],
  ['拒交', 'refusal'],
  ['拒缴', 'refusal'],
]);

/** What is entered about one member. Amounts are 分 (1/100 yuan). */
export type DuesWords =
  | {
      readonly what: 'payment';
      readonly month: Month;
      readonly amount: number | null;
      readonly cancels: boolean;
    }
  | {
      readonly what: 'step';
      readonly step: 'education' | 'refusal';
      readonly on: string;
      readonly cancels: boolean;
    };

/** 2026-12, 2026年12月, 12月, 上月 */
export const monthWord: Word<Month> = word('月份', (input) => {
  const { context, line, tokens, at, end } = input;
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const reading = readMonth(token.text, context.today);
  switch (reading.kind) {
    case 'read':
      return { kind: 'taken', value: reading.value, next: at + 1 };
    case 'ask': {
      // Only the next month is likely to be paid ahead; any other that has not come is last year's.
      const next = monthAfter(monthIn(context.today));
      const past = reading.candidates.filter((month) => month < next);
      const [only] = past;
      if (only !== undefined && !reading.candidates.includes(next))
        return { kind: 'taken', value: only, next: at + 1 };
      const lines = reading.candidates.map((month) => rewrite(line, token, month));
      return { kind: 'problem', problem: { code: 'whichDate', text: token.text, lines } };
    }
    case 'notADate': {
      if (bareMonth.test(token.text)) {
        const lines = [rewrite(line, token, `${token.text}月`)];
        return { kind: 'problem', problem: { code: 'whichDate', text: token.text, lines } };
      }
      const choices = ['2026-12', '2026年12月', '12月'];
      return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '月份', choices } };
    }
  }
});

/** 2026-12 [金额], 2026-12 撤销, 教育 日期, 拒交 日期, 教育 日期 撤销 */
export const duesWords: Word<DuesWords> = word('月份 [金额|撤销]|教育|拒交 [日期]', (input) => {
  const token = input.at < input.end ? input.tokens[input.at] : undefined;
  const step = token === undefined ? undefined : stepWords.get(token.text);
  return step === undefined ? readPayment(input) : readStep(input, step);
});

function readPayment(input: WordInput): WordResult<DuesWords> {
  const unsaid = monthUnsaid(input) ?? eachAlone(input);
  if (unsaid !== undefined) return unsaid;
  const month = monthWord.read(input);
  if (month.kind !== 'taken') return month;
  const { tokens, end } = input;
  const token = month.next < end ? tokens[month.next] : undefined;
  const payment = { what: 'payment' as const, month: month.value, amount: null, cancels: false };
  if (token === undefined) return { kind: 'taken', value: payment, next: month.next };
  if (token.text === cancelWord)
    return { kind: 'taken', value: { ...payment, cancels: true }, next: month.next + 1 };
  const match = yuan.exec(token.text);
  if (match === null)
    return { kind: 'problem', problem: { code: 'notANumber', text: token.text, label: '金额（元）' } };
  const amount = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return { kind: 'taken', value: { ...payment, amount }, next: month.next + 1 };
}

/** `/党费 张三 30`: an amount alone; the line with this month. */
function monthUnsaid({ context, line, tokens, at, end }: WordInput): WordResult<never> | undefined {
  const token = at + 1 === end ? tokens[at] : undefined;
  if (token === undefined || bareMonth.test(token.text) || !yuan.test(token.text)) return undefined;
  if (readMonth(token.text, context.today).kind !== 'notADate') return undefined;
  const lines = [rewrite(line, token, `${Number(context.today.slice(5, 7))}月 ${token.text}`)];
  return { kind: 'problem', problem: { code: 'missing', label: '哪个月', lines } };
}

/** `/党费 张三 王芳 11月 20`: a line for each. */
function eachAlone(input: WordInput): WordResult<never> | undefined {
  const { context, line, tokens, at, end } = input;
  const isName = ({ text }: Token) => findMemberEver(context, text).kind === 'found';
  const length = tokens.slice(at, end).findIndex((token) => !isName(token));
  const [first, month] = [tokens[at - 1], tokens[at + length]];
  if (length < 1 || first === undefined || month === undefined || !isName(first)) return undefined;
  if (monthWord.read({ ...input, at: at + length }).kind !== 'taken') return undefined;
  const [head, rest] = [line.text.slice(0, first.start), line.text.slice(month.start)];
  const lines = tokens.slice(at - 1, at + length).map(({ text }) => `${head}${text} ${rest}`);
  return { kind: 'problem', problem: { code: 'oneByOne', of: 'names', lines } };
}

/** Without a day it was today. */
function readStep(input: WordInput, step: 'education' | 'refusal'): WordResult<DuesWords> {
  const { context, tokens, at, end } = input;
  const cancels = end > at + 1 && tokens[end - 1]?.text === cancelWord;
  const words = { what: 'step' as const, step, cancels };
  const day = dateWord('past').read({ ...input, at: at + 1, end: cancels ? end - 1 : end });
  switch (day.kind) {
    case 'problem':
      return day;
    case 'absent':
      return { kind: 'taken', value: { ...words, on: context.today }, next: end };
    case 'taken':
      return { kind: 'taken', value: { ...words, on: day.value }, next: end };
  }
}
