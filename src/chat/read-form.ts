import type { Context } from '../app/use-case.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import type { Command, CommandList, Form, Leniency, Word, WordInput } from './define.js';
import { keywordsApart, witnessesApart } from './words/keywords.js';
import type { Line, Token } from './words/line.js';
import { matterWord } from './words/plain.js';
import type { WordProblem } from './words/problem.js';

/**
 * A form with fixed words wins over one without; `@` makes a word a name, never a fixed word. A command without
 * any words is the form that wants none, where there is one.
 */
export function chooseForm(
  command: Command,
  tokens: readonly Token[],
  at: number,
  rulebook: Rulebook,
): Form | undefined {
  const first = tokens[at];
  const starts = (form: Form) => form.lead.includes(first?.text ?? '') && first?.named !== true;
  const plain = command.forms.filter((form) => form.lead.length === 0);
  const bare = ({ words, keywords }: Form) => Object.keys(words).length + Object.keys(keywords).length === 0;
  const fitting = plain.find((form) => bare(form) === (first === undefined));
  const begun = (form: Form) => Object.values(form.words)[0]?.begins?.(first?.text ?? '', rulebook) === true;
  return command.forms.find(starts) ?? plain.find(begun) ?? fitting ?? plain[0];
}

export type FormReading =
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'problem';
      readonly problem: WordProblem;
      /** Everything before it was in order: a word behind the last is not understood, or one more is missing. */
      readonly isBehind?: true;
    };

/** Two readings were possible: more was understood than where a word was not. */
export function asks(reading: FormReading): boolean {
  return reading.kind === 'problem' && ['whichActivity', 'whichDate'].includes(reading.problem.code);
}

/** The words of a form: the tokens of a line from `at` to their end. */
interface Stretch {
  readonly line: Line;
  readonly tokens: readonly Token[];
  readonly at: number;
}

type Entries = readonly (readonly [string, Word<unknown>])[];

/** Reads the words and keywords of a form, every one of them or none. */
export function readForm(
  form: Form,
  stretch: Stretch,
  context: Context,
  commands: CommandList,
  leniency: Leniency = 'exact',
): FormReading {
  const entries = Object.entries(form.words);
  const written = witnessesApart(form, stretch.tokens, context);
  const tokens = leniency === 'exact' ? written : keywordsApart(form, written);
  const read = (order: Entries) =>
    readInOrder(form, order, { ...stretch, tokens }, { context, commands, leniency });
  const straight = read(entries);
  if (straight.kind === 'values' || !form.anyOrder || leniency === 'exact') return straight;
  const others = orders(entries).slice(1).map(read);
  const whole = others.find(({ kind }) => kind === 'values');
  if (whole !== undefined) return whole;
  const impossible = [straight, ...others].find(namesNoDay);
  if (impossible !== undefined) return impossible;
  // A question about one order says more than that another order does not fit, but not where every word was in order.
  return (straight.isBehind === true ? undefined : others.find(asks)) ?? straight;
}

/** 11月31日 15:00: no day of the calendar, so that the time alone is no question. */
function namesNoDay(reading: FormReading): boolean {
  return reading.kind === 'problem' && reading.problem.code === 'noSuchDay';
}

/** The order as declared first. */
function orders(entries: Entries): readonly Entries[] {
  if (entries.length < 2) return [entries];
  return entries.flatMap((entry, index) =>
    orders(entries.toSpliced(index, 1)).map((rest) => [entry, ...rest]),
  );
}

type Setting = Pick<WordInput, 'context' | 'commands' | 'leniency'>;

/** How far a reading has come; `tokens` gains blanks on the way. */
interface Progress {
  tokens: readonly Token[];
  readonly values: Record<string, unknown>;
  input(from: number, end: number): WordInput;
}

function readInOrder(form: Form, entries: Entries, stretch: Stretch, setting: Setting): FormReading {
  const { line } = stretch;
  const { context, commands, leniency } = setting;
  const values: Record<string, unknown> = {};
  const progress: Progress = {
    tokens: stretch.tokens,
    values,
    input: (at, end) => ({
      context,
      commands,
      leniency,
      line,
      tokens: progress.tokens,
      at,
      end,
      taken: values,
    }),
  };
  const first = stretch.at + (form.lead.length === 0 ? 0 : 1);
  let at = first;
  for (const [key, word] of entries) {
    const result = readWord(word, progress, at, () => firstKeyword(form, progress.tokens, at));
    if (result.kind === 'problem') return result;
    if (result.kind === 'taken') {
      values[key] = result.value;
      at = result.next;
    } else if (!word.isOptional) {
      const { tokens } = progress;
      return {
        kind: 'problem',
        problem: { code: 'missing', label: word.label, ...numberOf(form, tokens.slice(first, at)) },
        ...(at > first && at === firstKeyword(form, tokens, at) ? { isBehind: true } : {}),
      };
    }
  }
  const tail = firstKeyword(form, progress.tokens, at);
  const behind: FormReading =
    at < tail
      ? { kind: 'problem', problem: extra(form, stretch, progress.tokens, at, tail) }
      : readKeywords(form, progress, tail);
  return behind.kind === 'problem' ? { ...behind, isBehind: true } : behind;
}

/** Words behind the last that was understood; where a keyword may take them, with the line that says so. */
function extra(
  form: Form,
  { line }: Stretch,
  tokens: readonly Token[],
  at: number,
  tail: number,
): WordProblem {
  const [from, last] = [tokens[at], tokens[tail - 1]];
  const text = from?.text ?? '';
  const [keyword] = Object.entries(form.keywords).find(([, { offersRest }]) => offersRest === true) ?? [];
  if (keyword === undefined || from === undefined || tokens.some((token) => token.text === keyword))
    return { code: 'extra', text, lines: [] };
  // It takes the rest of the line, so what other keywords say goes before it.
  const words = line.text.slice(from.start, last?.end);
  const others = line.text.slice(tokens[tail]?.start ?? line.text.length).trimEnd();
  const before = `${line.text.slice(0, from.start)}${others === '' ? '' : `${others} `}`;
  return { code: 'extra', text, keyword, lines: [`${before}${keyword} ${words}`] };
}

/** Reads one word; where it is not there as written, once more with the blanks that it asks for. */
function readWord(word: Word<unknown>, progress: Progress, at: number, end: () => number) {
  const input = progress.input(at, end());
  const result = word.read(input);
  if (result.kind === 'taken' || input.leniency === 'exact') return result;
  const apart = word.loosen?.(input);
  if (apart === undefined) return result;
  progress.tokens = apart;
  return word.read(progress.input(at, end()));
}

/**
 * The number of the matter, where the line begins with one; and an example that says the same of it as the line: who
 * wrote 成立 is not shown 维持.
 */
function numberOf(
  { words, examples }: Form,
  [token, ...typed]: readonly Token[],
): { readonly number?: string; readonly example?: string } {
  const [word] = Object.values(words);
  if (word?.label !== matterWord.label || token === undefined) return {};
  const alike = examples.find((example) => typed.every(({ text }) => example.split(' ').includes(text)));
  return { number: token.text, ...(typed.length === 0 || alike === undefined ? {} : { example: alike }) };
}

/** Keywords bind only as separate words at the end: the first of them ends everything else. */
function firstKeyword(form: Form, tokens: readonly Token[], from: number): number {
  const index = tokens.findIndex((token, at) => at >= from && isKeyword(form, token));
  return index === -1 ? tokens.length : index;
}

function isKeyword(form: Form, token: Token | undefined): boolean {
  return token !== undefined && !token.named && Object.hasOwn(form.keywords, token.text);
}

function readKeywords(form: Form, progress: Progress, tail: number): FormReading {
  const { values } = progress;
  let at = tail;
  while (at < progress.tokens.length) {
    const keyword = progress.tokens[at]?.text ?? '';
    const word = form.keywords[keyword];
    if (word === undefined) throw new Error(`keyword ${keyword} was found before`);
    if (Object.hasOwn(values, keyword))
      return { kind: 'problem', problem: { code: 'keywordTwice', keyword } };
    const from = at + 1;
    const end = () =>
      word.takesRest === true ? progress.tokens.length : firstKeyword(form, progress.tokens, from);
    const result = readWord(word, progress, from, end);
    if (result.kind === 'absent') return { kind: 'problem', problem: { code: 'keywordEmpty', keyword } };
    if (result.kind === 'problem') {
      const { problem } = result;
      return problem.code === 'unknownName'
        ? {
            kind: 'problem',
            problem: { code: 'notNames', keyword, text: problem.name, lines: problem.lines },
          }
        : result;
    }
    if (result.next < end())
      return {
        kind: 'problem',
        problem: { code: 'extra', text: progress.tokens[result.next]?.text ?? '', lines: [] },
      };
    values[keyword] = result.value;
    at = end();
  }
  return { kind: 'values', values };
}
