import { readsWhole, understand, type Mend } from './understand.js';
import { lineOf } from './words/line.js';
import { isGrave } from './words/people/near.js';
import type { WordProblem } from './words/problem.js';

/** Where a word stands that none of its kind belongs to; not where a name is wrong: it is not to become a reason. */
const misplaced: readonly WordProblem['code'][] = [
  ...(['missing', 'nameOrItem', 'notANumber', 'notOneOf', 'pointsNotItem', 'extra'] as const),
];
/** Longer lines are not looked at. */
const mostWords = 8;

/**
 * `/加分 8 刘洋 扫雪`, `/减分 15 一般 刘洋 迟到`: one word in another place makes the line whole. It is only shown, to who
 * typed those words; in the group not where they may be about somebody.
 */
export const withWordsInOrder: Mend = (problem, { command, form, line, context, commands }) => {
  const isOpen = !('lines' in problem) || problem.lines.length === 0;
  if (!isOpen || !misplaced.includes(problem.code)) return problem;
  if (isGrave(line) || context.actor === null) return problem;
  if (context.place === 'group' && (command.hidesWords || command.byCopy)) return problem;
  const tail = line.tokens.findIndex(({ text, named }) => !named && Object.hasOwn(form.keywords, text));
  const end = tail === -1 ? line.tokens.length : tail;
  if (end < 2 || end > mostWords) return problem;
  const written = line.tokens.map(({ start, end: until }) => line.text.slice(start, until));
  /** `/慰问 刘洋 11月20日 500`: in its place the day is asked about, with the line that says it. */
  const dated = (text: string) => {
    const options = { amongSeveral: false, most: 'exact' } as const;
    const reading = understand(command, lineOf(text, commands), context, commands, options)?.reading;
    const asked =
      reading?.kind === 'problem' && reading.problem.code === 'whichDate' ? reading.problem : undefined;
    return asked?.lines.length === 1 ? (asked.lines[0] ?? '') : '';
  };
  const [words, behind] = [written.slice(0, end), written.slice(end)];
  const whole = (text: string) => readsWhole(command, text, context, commands, 'exact');
  const linesMoving = (places: readonly number[]) => {
    const moved = places.flatMap((from) => {
      const rest = words.toSpliced(from, 1);
      return words.map((_, to) => rest.toSpliced(to, 0, words[from] ?? ''));
    });
    const texts = new Set(moved.map((order) => [`/${line.name}`, ...order, ...behind].join(' ')));
    return [...texts].flatMap((text) =>
      whole(text) ? [text] : [dated(text)].filter((other) => other !== '' && whole(other)),
    );
  };
  const ends = linesMoving([0, end - 1]);
  const lines = ends.length > 0 ? ends : linesMoving(words.map((_, from) => from).slice(1, -1));
  return lines.length === 1 ? { code: 'wordOrder', lines } : problem;
};
