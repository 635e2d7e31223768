import type { Context } from '../app/use-case.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import type { Command, CommandList, Form, WordInput } from './define.js';
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

type FormReading =
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'problem'; readonly problem: WordProblem };

/** The words of a form: the tokens of a line from `at` to their end. */
interface Stretch {
  readonly line: Line;
  readonly tokens: readonly Token[];
  readonly at: number;
}

/** Reads the words and keywords of a form, every one of them or none. */
export function readForm(
  form: Form,
  { line, tokens, at: start }: Stretch,
  context: Context,
  commands: CommandList,
): FormReading {
  const values: Record<string, unknown> = {};
  const first = start + (form.lead.length === 0 ? 0 : 1);
  let at = first;
  const tail = firstKeyword(form, tokens, at);
  const input = (from: number, end: number): WordInput => ({
    context,
    commands,
    line,
    tokens,
    at: from,
    end,
    taken: values,
  });

  for (const [key, word] of Object.entries(form.words)) {
    const result = word.read(input(at, tail));
    if (result.kind === 'problem') return result;
    if (result.kind === 'taken') {
      values[key] = result.value;
      at = result.next;
    } else if (!word.isOptional) {
      return {
        kind: 'problem',
        problem: { code: 'missing', label: word.label, ...numberOf(form, tokens.slice(first, at)) },
      };
    }
  }
  if (at < tail) return { kind: 'problem', problem: { code: 'extra', text: tokens[at]?.text ?? '' } };
  return readKeywords(form, tokens, tail, values, input);
}

/** The number of the matter, where the line begins with one. */
function numberOf({ words }: Form, [token]: readonly Token[]): { readonly number?: string } {
  const [word] = Object.values(words);
  return word?.label === matterWord.label && token !== undefined ? { number: token.text } : {};
}

/** Keywords bind only as separate words at the end: the first of them ends everything else. */
function firstKeyword(form: Form, tokens: readonly Token[], from: number): number {
  const index = tokens.findIndex((token, at) => at >= from && isKeyword(form, token));
  return index === -1 ? tokens.length : index;
}

function isKeyword(form: Form, token: Token | undefined): boolean {
  return token !== undefined && !token.named && Object.hasOwn(form.keywords, token.text);
}

function readKeywords(
  form: Form,
  tokens: readonly Token[],
  tail: number,
  values: Record<string, unknown>,
  input: (from: number, end: number) => WordInput,
): FormReading {
  let at = tail;
  while (at < tokens.length) {
    const keyword = tokens[at]?.text ?? '';
    const word = form.keywords[keyword];
    if (word === undefined) throw new Error(`keyword ${keyword} was found before`);
    if (Object.hasOwn(values, keyword))
      return { kind: 'problem', problem: { code: 'keywordTwice', keyword } };
    const end = word.takesRest === true ? tokens.length : firstKeyword(form, tokens, at + 1);
    const result = word.read(input(at + 1, end));
    if (result.kind === 'absent') return { kind: 'problem', problem: { code: 'keywordEmpty', keyword } };
    if (result.kind === 'problem') {
      const { problem } = result;
      return problem.code === 'unknownName'
        ? { kind: 'problem', problem: { code: 'notNames', keyword, text: problem.name } }
        : result;
    }
    if (result.next < end)
      return { kind: 'problem', problem: { code: 'extra', text: tokens[result.next]?.text ?? '' } };
    values[keyword] = result.value;
    at = end;
  }
  return { kind: 'values', values };
}
