/** A typed line whose words no form has, but which says in the speaker's own words what a line would do. */
import type { Context } from '../app/use-case.js';
import type { Catalogue } from './catalogue.js';
import type { Command, CommandList } from './define.js';
import { linesSaid, longestSentence, type Said } from './plain/read.js';
import { readsWhole } from './understand.js';
import { lineOf, type Line } from './words/line.js';
import { namesNear } from './words/people/near.js';
import type { WordProblem } from './words/problem.js';

/** `/点名 党课 黄海缺`: words that no line has, but that say it. */
export function linesInOwnWords(
  { code }: WordProblem,
  command: Command,
  line: Line,
  context: Context,
  catalogue: Catalogue,
): readonly string[] {
  if (!notRead.includes(code)) return [];
  // 支部大会#9: a number that no activity has is no word of anybody's reason.
  if (code === 'noActivity' && !command.takesOwnWords) return [];
  return saidBehind('exactly', command, line.text, context, catalogue).map((said) => said.line);
}

/** Words that stand where none of their kind belongs. */
const notRead: readonly WordProblem['code'][] = [
  ...(['extra', 'notOneOf', 'nameOrItem', 'noActivity', 'notNames', 'unknownName', 'notADate'] as const),
];

/** 支部大会（11月25日 周三）, as the bot writes it to whoever copies it: talk names no day so. */
const asTalk = (text: string): string => text.replace(/（\d{1,2}月\d{1,2}日[^（）]*）/u, '');

function saidBehind(
  how: 'exactly' | 'aside',
  command: Command,
  text: string,
  context: Context,
  catalogue: Catalogue,
): readonly Said[] {
  const only: CommandList = { commands: [command], find: (name) => catalogue.find(name) };
  return linesSaid(asTalk(text).slice(1), context, only, how).filter((said) =>
    readsWhole(command, said.line, context, catalogue),
  );
}

/** The line is shown, not done, where what was asked has no better lines. */
export function withOwnWords(problem: WordProblem, line: Line, lines: readonly string[]): WordProblem {
  const { code } = problem;
  if (lines.length === 0) return problem;
  // Nothing of it was the name of an activity.
  if (code === 'noActivity')
    return { code: 'extra', text: line.text.slice(1 + line.name.length).trim(), lines };
  const isOpen = code === 'extra' || code === 'notOneOf' || code === 'nameOrItem' || code === 'notADate';
  return isOpen && !('lines' in problem && problem.lines.length > 0)
    ? { code: 'extra', text: problem.text, lines }
    : problem;
}

/** A line for another activity repeats what was typed behind it, unless nobody could read it there either. */
export function withLinesThatRead(
  problem: WordProblem,
  command: Command,
  context: Context,
  catalogue: Catalogue,
): WordProblem {
  if (problem.code !== 'noActivity') return problem;
  const lines = problem.lines.map((text) => {
    const end = text.indexOf('）') + 1;
    const isRead =
      readsWhole(command, text, context, catalogue) ||
      linesInOwnWords(problem, command, lineOf(text, catalogue), context, catalogue).length > 0;
    return end > 0 && end < text.length && !isRead ? text.slice(0, end) : text;
  });
  return { ...problem, lines };
}

/**
 * What keeps a line in one's own words from being read: a name that is misspelt, `周滔没来`, or what has its place
 * elsewhere, `周涛请假`, `张三没来，因为生病`.
 */
export function withWhatIsNotSaid(
  problem: WordProblem,
  command: Command,
  line: Line,
  context: Context,
  catalogue: Catalogue,
): WordProblem {
  if (!command.takesOwnWords || !notRead.includes(problem.code)) return problem;
  // Nothing longer is read as a sentence, and trying every piece of it would hold up everybody else.
  if (line.text.length > longestSentence) return problem;
  const texts = [line.text, ...(problem.code === 'noActivity' ? problem.lines : [])].map(asTalk);
  if (texts.some((text) => saidBehind('exactly', command, text, context, catalogue).length > 0))
    return problem;
  const of = (text: string) => ({ command, text, context, catalogue });
  for (const found of [aside, misspelt])
    for (const each of [texts.slice(0, 1), texts.slice(1)]) {
      const problems = each.flatMap((text) => found(of(text)) ?? []);
      const [first] = problems;
      if (first !== undefined) return { ...first, lines: problems.flatMap(({ lines }) => lines) };
    }
  return problem;
}

interface Typed {
  readonly command: Command;
  readonly text: string;
  readonly context: Context;
  readonly catalogue: Catalogue;
}

type Told = Extract<WordProblem, { readonly code: 'saidAside' | 'unknownName' }>;

function aside({ command, text, context, catalogue }: Typed): Told | undefined {
  const found = saidBehind('aside', command, text, context, catalogue);
  const [only] = found;
  return only === undefined
    ? undefined
    : { code: 'saidAside', isReason: only.hasReason, lines: found.map(({ line }) => line) };
}

/** Names of one line that may be misspelt at once. */
const mostMisspelt = 2;
const named = /^\p{Script=Han}+$/u;

/** The pieces of it that would be names of the roster, if they were spelt so, and the lines that are read then. */
function misspelt(
  typed: Typed,
  from = 1 + typed.command.name.length,
  before: readonly string[] = [],
): Told | undefined {
  const { command, text, context, catalogue } = typed;
  if (before.length === mostMisspelt) return undefined;
  const pieces = Array.from({ length: text.length - from }, (_, index) => from + index).flatMap((start) =>
    [4, 3, 2].map((length) => ({ start, piece: text.slice(start, start + length) })),
  );
  const tries = pieces
    .filter(({ piece }) => piece.length > 1 && named.test(piece))
    .flatMap(({ start, piece }) =>
      namesNear(context, piece, 'member')
        .filter((near) => near !== piece)
        .map((near) => ({
          ...{ near, end: start + near.length, names: [...before, piece] },
          put: `${text.slice(0, start)}${near}${text.slice(start + piece.length)}`,
        })),
    );
  for (const { put, names } of tries) {
    const lines = saidBehind('exactly', command, put, context, catalogue).map(({ line }) => line);
    if (lines.length > 0)
      return { code: 'unknownName', name: names.join('、'), kind: 'member', lines: [...new Set(lines)] };
  }
  for (const { put, end, names } of tries) {
    const found = misspelt({ ...typed, text: put }, end, names);
    if (found !== undefined) return found;
  }
  return undefined;
}
