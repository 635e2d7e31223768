import type { Reader, Reading } from '../app/incoming.js';
import type { Context } from '../app/use-case.js';
import { attachLatePicture, awaitedPicture } from '../app/points/attach.js';
import type { Command, Form, WordInput } from './define.js';
import { helpHint, unknownCommand, wordProblem } from './replies/words.js';
import type { Catalogue } from './catalogue.js';
import { readLine, type Line, type Token } from './words/line.js';
import type { WordProblem } from './words/problem.js';

/**
 * Words → intent. Talk that is not a command is silence; what is not understood whole is answered by a
 * sentence with complete lines to copy, and nothing is guessed (SPEC §3).
 */
export function createReader(catalogue: Catalogue, text: string, botName: string): Reader {
  const line = readLine(text, botName);
  return (context) => (line === undefined ? lateMaterial(context) : readCommand(catalogue, line, context));
}

/** A picture without a command is talk, unless its sender just announced it. */
function lateMaterial(context: Context): Reading {
  const { actor } = context;
  const number = actor === null ? undefined : awaitedPicture({ ...context, actor });
  return number === undefined
    ? { kind: 'silence' }
    : { kind: 'intent', intent: attachLatePicture.intent({ number }) };
}

function readCommand(catalogue: Catalogue, line: Line, context: Context): Reading {
  if (line.name === '') return { kind: 'answer', text: helpHint() };
  const command = catalogue.find(line.name);
  if (command === undefined) {
    const meant = catalogue.suggest(line, context);
    const discreet = meant.suggestions.some(({ name }) => catalogue.find(name)?.discreet === true);
    return { kind: 'answer', text: unknownCommand(meant), discreet };
  }
  const { discreet } = command;
  const ask = (problem: WordProblem, forms: readonly Form[]): Reading => ({
    kind: 'answer',
    text: wordProblem(problem, command, forms, context),
    // The rejection of a matter is said openly.
    discreet: discreet && problem.code !== 'rejectMeant',
  });
  const form = chooseForm(command, line.tokens);
  if (form === undefined) return ask({ code: 'missing', label: command.name }, command.forms);
  const read = readForm(form, line, context);
  // What belongs in private is refused in the group as such; its words are not even judged there.
  if (
    read.kind === 'problem' &&
    read.problem.code !== 'rejectMeant' &&
    form.useCase.place === 'private' &&
    context.place === 'group'
  )
    return { kind: 'intent', intent: { useCase: form.useCase, input: null }, discreet };
  return read.kind === 'problem'
    ? ask(read.problem, [form])
    : { kind: 'intent', intent: form.read(read.values, context, catalogue), discreet };
}

/**
 * A form with fixed words wins over one without; `@` makes a word a name, never a fixed word. Of two forms without, the
 * one that takes no words at all is for the bare command (/党费).
 */
function chooseForm(command: Command, tokens: readonly Token[]): Form | undefined {
  const starts = (form: Form) => form.lead.includes(tokens[0]?.text ?? '') && tokens[0]?.named !== true;
  const open = command.forms.filter((form) => form.lead.length === 0);
  const bare = (form: Form) => Object.keys(form.words).length + Object.keys(form.keywords).length === 0;
  return command.forms.find(starts) ?? open.find((form) => bare(form) === (tokens.length === 0)) ?? open[0];
}

type FormReading =
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'problem'; readonly problem: WordProblem };

function readForm(form: Form, line: Line, context: Context): FormReading {
  const { tokens } = line;
  const values: Record<string, unknown> = {};
  let at = form.lead.length === 0 ? 0 : 1;
  const tail = firstKeyword(form, tokens, at);
  const input = (from: number, end: number): WordInput => ({
    context,
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
      return { kind: 'problem', problem: { code: 'missing', label: word.label } };
    }
  }
  if (at < tail) return { kind: 'problem', problem: { code: 'extra', text: tokens[at]?.text ?? '' } };
  return readKeywords(form, tokens, tail, values, input);
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
