import { isOffered } from '../../../app/perform.js';
import type { Context } from '../../../app/use-case.js';
import type { Suggestion } from '../../catalogue.js';
import type { Command, Form } from '../../define.js';
import type { WordProblem } from '../../words/problem.js';
import { fittingExample } from './examples.js';
import { quote } from './choices.js';
import { sentenceOf } from './problem-sentences.js';
import { usage } from './usage-line.js';

export function helpHint(): string {
  return '发送“/帮助”可查看您能办的事。';
}

export function unknownCommand({
  typed,
  suggestions,
}: {
  readonly typed: string;
  readonly suggestions: readonly Suggestion[];
}): string {
  const [first, ...others] = suggestions;
  if (first === undefined) return `没有“/${quote(typed)}”。${helpHint()}`;
  const names = [first, ...others].map(({ name }) => `“/${name}”`).join('、');
  const lines =
    suggestions.length === 1 ? `例：${first.line}` : `\n${suggestions.map(({ line }) => line).join('\n')}`;
  return `没有“/${quote(typed)}”。您是想用${names}吗？${lines}`;
}

/** One clear sentence with usage and example, or with the complete lines to choose from. */
export function wordProblem(
  problem: WordProblem,
  command: Command,
  forms: readonly Form[],
  context: Context,
  lead = '',
): string {
  if (problem.code === 'ofLine')
    return wordProblem(problem.problem, problem.command, [problem.form], context, problem.lead);
  const asked = isForSpeaker(forms, context) ? problem : withoutGuess(problem);
  const sentence = sentenceOf(asked, context);
  if ('lines' in asked && asked.lines.length > 0) return `${sentence}\n${asked.lines.join('\n')}`;
  if (asked.code === 'unknownName' && asked.isGrave === true) return sentence;
  if (asked.code === 'activityCancelled') return sentence;
  const inside = (words: string) => (lead === '' ? words : `${lead} ${words.slice(1)}`);
  const usages = forms.map((form) => inside(usage(command, form, context.rulebook))).join('\n');
  const [given] = forms;
  if (
    (problem.code === 'missing' || problem.code === 'timeMissing') &&
    problem.example !== undefined &&
    given !== undefined
  )
    return `${sentence.slice(0, -1)}，例：${inside(numbered(problem.example, given, problem))}\n用法：${usages}`;
  const [first] = forms[0]?.examples ?? [];
  const example =
    first === undefined || forms[0] === undefined
      ? undefined
      : numbered(fittingExample(command, forms[0], first, context.rulebook), forms[0], problem);
  return `${sentence}\n用法：${usages}${example === undefined ? '' : `\n例：${inside(example)}`}`;
}

/** Names of the roster, usage and examples are for those who may use the command. */
export function isForSpeaker(forms: readonly Form[], context: Context): boolean {
  return forms.some(({ useCase }) => isOffered(context, useCase));
}

function withoutGuess(problem: WordProblem): WordProblem {
  if (problem.code === 'unknownName')
    return { code: problem.code, name: problem.name, kind: problem.kind, lines: [] };
  return problem.code === 'nameOrItem' || problem.code === 'notNames' ? { ...problem, lines: [] } : problem;
}

/** The example with the number that was typed: it is there to be copied. */
function numbered(example: string, { lead }: Form, problem: WordProblem): string {
  const number = problem.code === 'missing' ? problem.number : undefined;
  if (number === undefined) return example;
  const place = lead.length === 0 ? 1 : 2;
  return example
    .split(' ')
    .map((word, index) => (index === place ? number : word))
    .join(' ');
}
