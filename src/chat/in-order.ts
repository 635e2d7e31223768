import { readsWhole, type Mend } from './understand.js';
import { isGrave } from './words/people/near.js';
import type { WordProblem } from './words/problem.js';

/** Where a word stands that none of its kind belongs to; not where a name is wrong: it is not to become a reason. */
const misplaced: readonly WordProblem['code'][] = [
  ...(['missing', 'nameOrItem', 'notANumber', 'notOneOf', 'pointsNotItem', 'extra'] as const),
];
/** Longer lines are not looked at. */
const mostWords = 8;

/** `/加分 8 刘洋 扫雪`, `/加分 刘洋 扫雪 8`: the first or the last word in another place makes the line whole. */
export const withWordsInOrder: Mend = (problem, { command, form, line, context, commands }) => {
  const isOpen = !('lines' in problem) || problem.lines.length === 0;
  if (!isOpen || !misplaced.includes(problem.code)) return problem;
  // Nothing is guessed about who is struck, nor of a reason that nobody is to read.
  if (command.hidesWords || command.byCopy || isGrave(line) || context.actor === null) return problem;
  const tail = line.tokens.findIndex(({ text, named }) => !named && Object.hasOwn(form.keywords, text));
  const end = tail === -1 ? line.tokens.length : tail;
  if (end < 2 || end > mostWords) return problem;
  const written = line.tokens.map(({ start, end: until }) => line.text.slice(start, until));
  const [words, behind] = [written.slice(0, end), written.slice(end)];
  const moved = [0, end - 1].flatMap((from) => {
    const rest = words.toSpliced(from, 1);
    return words.map((_, to) => rest.toSpliced(to, 0, words[from] ?? ''));
  });
  const texts = moved.map((order) => [`/${line.name}`, ...order, ...behind].join(' '));
  const lines = [...new Set(texts)].filter((text) => readsWhole(command, text, context, commands, 'exact'));
  return lines.length === 1 ? { code: 'wordOrder', lines } : problem;
};
