import { decide } from '../app/perform.js';
import type { Context } from '../app/use-case.js';
import type { Command, CommandList } from './define.js';
import { understand, type Mend } from './understand.js';
import { lineOf } from './words/line.js';

/** More lines than that are not read. */
const mostLines = 5;
/** Matters that are looked at, the newest first. */
const mostTried = 100;
const numberLabel = /^编号/u;

/**
 * Where the number of a matter was left out: complete lines with those that the speaker may do this to now. An example
 * with the number of somebody else's matter is too easily copied. Only in private, as the words may be a reason.
 */
export const withMatters: Mend = (problem, { command, form, line, context, commands }) => {
  if (problem.code !== 'missing' && problem.code !== 'notANumber') return problem;
  if (!numberLabel.test(problem.label) || context.place === 'group' || context.actor === null) return problem;
  // Nobody rules by picking a number.
  if (command.byCopy) return problem;
  const [first] = line.tokens;
  const isLed = first !== undefined && form.lead.includes(first.text);
  const said = isLed ? line.tokens[1] : first;
  const head = [`/${command.name}`, ...(isLed ? [first.text] : [])].join(' ');
  const rest = said === undefined || command.hidesWords ? '' : line.text.slice(said.start);
  const linesFor = (numbers: readonly number[]) => {
    const lines: string[] = [];
    for (const number of numbers) {
      const text = `${head} ${number} ${rest}`.trimEnd();
      if (works(command, text, context, commands)) lines.unshift(text);
      if (lines.length === mostLines) break;
    }
    return lines;
  };
  const numbers = looked(context);
  const asked = linesFor(numbers.filter((number) => isAsked(number, context)));
  const lines = asked.length > 0 ? asked : linesFor(numbers);
  return lines.length === 0 ? problem : { code: 'missing', label: problem.label, lines };
};

/** The speaker was named as a witness. */
function isAsked(number: number, { facts, actor }: Context): boolean {
  return facts
    .of('witness', number)
    .some(({ person, named, confirmedAt }) => person === actor?.id && named && confirmedAt === null);
}

/** What is open, and leave of the speaker's own. */
function looked({ facts, actor }: Context): readonly number[] {
  const own = actor === null ? [] : facts.of('matter', actor.id).filter(({ kind }) => kind === 'leave');
  return [...new Set([...facts.open(), ...own].map(({ number }) => number))]
    .sort((one, other) => other - one)
    .slice(0, mostTried);
}

/** Decided without doing it. */
function works(command: Command, text: string, context: Context, commands: CommandList): boolean {
  const line = lineOf(text, commands);
  const found = understand(command, line, context, commands, { amongSeveral: false, most: 'exact' });
  if (found?.reading.kind !== 'values') return false;
  const outcome = decide(context, found.form.read(found.reading.values, context, commands));
  return outcome.kind === 'done' && outcome.changes.length > 0;
}
