import { distance } from 'fastest-levenshtein';
import { mayAct } from '../app/perform.js';
import type { Context } from '../app/use-case.js';
import type { Command, CommandList, Form } from './define.js';
import { commandEcho } from './replies/usage/echo.js';
import { fittingExample } from './replies/usage/examples.js';
import type { Line } from './words/line.js';
import { areNames } from './words/people/names.js';

/** A command that may have been meant, and the line to copy. */
export interface Suggestion {
  readonly name: string;
  readonly line: string;
}

/** All commands by their words. */
export interface Catalogue extends CommandList {
  /** At most three commands that an unknown word may have meant. */
  suggest(
    line: Line,
    context: Context,
  ): { readonly typed: string; readonly suggestions: readonly Suggestion[] };
}

const mostSuggestions = 3;
const leadingNumber = /^(\D+)(#?\d.*)$/u;

/** @throws Error when two commands claim one word: the bot does not start. */
export function createCatalogue(commands: readonly Command[]): Catalogue {
  const byWord = new Map<string, Command>();
  for (const command of commands) {
    for (const name of [command.name, ...command.aliases]) {
      const other = byWord.get(name);
      if (other !== undefined)
        throw new Error(`/${name}: ${other.name} and ${command.name} claim the same word`);
      byWord.set(name, command);
    }
  }
  return {
    commands,
    find: (name) => byWord.get(name),
    suggest: (line, context) =>
      gluedSecret(byWord, line, context) ??
      setApart(byWord, line, context) ?? {
        typed: commandEcho(line.name, context),
        suggestions: suggest(commands, byWord, line, context),
      },
  };
}

/** The forms of a command that this person may use. */
function formsFor(command: Command, context: Context): readonly Form[] {
  return command.forms.filter((form) => mayAct(context.facts, context.actor, form.useCase.who));
}

/** `/确认1`, `/加分张三 8 …`: only a blank is missing. */
function setApart(
  byWord: ReadonlyMap<string, Command>,
  line: Line,
  context: Context,
): ReturnType<Catalogue['suggest']> | undefined {
  const rest = line.text.slice(1 + line.name.length);
  const glued = leadingNumber.exec(line.name)?.[1] ?? '';
  const name = byWord.has(glued) ? glued : beforeNames(byWord, line.name, context);
  if (name === undefined) return undefined;
  const apart = `/${name} ${line.name.slice(name.length)}${rest}`;
  return { typed: line.name, suggestions: [{ name, line: apart }] };
}

function suggest(
  commands: readonly Command[],
  byWord: ReadonlyMap<string, Command>,
  line: Line,
  context: Context,
): readonly Suggestion[] {
  const rest = line.text.slice(1 + line.name.length);
  const meant = commands.filter((command) => command.mistakenFor.includes(line.name));
  const near = [...byWord.entries()]
    .map(([name, command]) => ({ name, command, far: farness(line.name, name) }))
    .filter(({ name, far }) => far <= (name.length <= 2 ? 1 : 2) && far < name.length)
    .sort((one, other) => one.far - other.far)
    .map(({ command }) => command);
  const usable = [...new Set([...meant, ...near])].filter((command) => formsFor(command, context).length > 0);
  const offered = usable.slice(0, mostSuggestions);
  // `/评 王芳 优秀`: where one of them keeps its words to itself, no line repeats them.
  const hidesWords = rest.trim() === '' || offered.some((command) => command.hidesWords);
  return offered.map((command) => ({
    name: command.name,
    line: hidesWords ? exampleOf(command, context) : `/${command.name}${rest}`,
  }));
}

/** `/评议张三优秀`: what is written together with a command that keeps its words to itself is not repeated either. */
function gluedSecret(
  byWord: ReadonlyMap<string, Command>,
  { name: typed }: Line,
  context: Context,
): ReturnType<Catalogue['suggest']> | undefined {
  const [found] = [...byWord].filter(
    ([name, { discreet, hidesWords }]) => discreet && hidesWords && typed.startsWith(name),
  );
  if (found === undefined) return undefined;
  const [name, command] = found;
  const [form] = formsFor(command, context);
  return {
    typed: `${name}…`,
    suggestions: form === undefined ? [] : [{ name, line: exampleOf(command, context) }],
  };
}

function exampleOf(command: Command, context: Context): string {
  const [form] = formsFor(command, context);
  const [example] = form?.examples ?? [];
  if (form === undefined || example === undefined) return `/${command.name}`;
  return fittingExample(command, form, example, context.rulebook);
}

/** The command in `/加分张三 8 …`: a name was written together with it. */
function beforeNames(
  byWord: ReadonlyMap<string, Command>,
  typed: string,
  context: Context,
): string | undefined {
  return [...byWord.keys()].find((name) => {
    const together = typed.startsWith(name) && areNames(context, typed.slice(name.length));
    const command = byWord.get(name);
    return together && command !== undefined && formsFor(command, context).length > 0;
  });
}

/** Edits between two words; a word that continues a command (`请假条`) is near it. */
function farness(typed: string, name: string): number {
  if (typed.startsWith(name) || (typed.length >= 2 && name.startsWith(typed))) return 1;
  return distance(typed, name);
}
