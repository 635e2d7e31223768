import { fittingExample, titleOfItem, withRosterNames } from './replies/usage/examples.js';
import { understand, type Mend } from './understand.js';
import { lineOf } from './words/line.js';

/** An example that is copied must not strike somebody of the roster. */
const grave = new Set(['去世', '退党', '除名', '转出', '移除', '解绑', '免职', '任职', '处置', '不列入']);
const someMonth = /^\d{4}-\d{2}$/u;

/**
 * Where words were left out at the end: the line as far as it was typed, completed out of the examples of its form, if
 * it can be read whole then. It is there to be copied.
 */
export const withCompletedLine: Mend = (problem, { command, form, line, context, commands }) => {
  const isOpen = problem.code === 'missing' && (problem.lines ?? []).length === 0;
  if (problem.code !== 'timeMissing' && (!isOpen || problem.example !== undefined)) return problem;
  const text = problem.code === 'timeMissing' ? problem.example : line.text;
  const typed = command.hidesWords ? [`/${command.name}`] : text.split(/\s+/u);
  const isWhole = (text: string): boolean => {
    const read = understand(command, lineOf(text, commands), context, commands, {
      amongSeveral: false,
      most: 'exact',
    });
    return read?.form === form && read.reading.kind === 'values';
  };
  const examples = form.examples.map((example) => {
    const fitting = fittingExample(command, form, example, context.rulebook);
    // The example of a deduction names nobody of the roster, and strangers read no names.
    const isGrave = [command.name, ...form.lead].some((word) => grave.has(word));
    const isNameless = command.discreet || isGrave || context.actor === null;
    const words = (isNameless ? fitting : withRosterNames(fitting, context.facts)).split(' ');
    return words.map((word) => (someMonth.test(word) ? context.today.slice(0, 7) : word));
  });
  const reason = titleOfItem(command, typed, context.rulebook);
  const completing = examples.flatMap((words) => [
    ...words.slice(typed.length).map((_, index) => words.slice(typed.length + index)),
    ...words.slice(1, typed.length).map((_, index) => words.slice(typed.length - 1 - index)),
  ]);
  const tails = [
    ...(problem.code === 'timeMissing' ? [[]] : []),
    ...(reason === undefined ? [] : [[reason]]),
    ...completing,
  ];
  const example = tails.map((tail) => [...typed, ...tail].join(' ')).find(isWhole);
  return example === undefined ? problem : { ...problem, example };
};
