import { distance } from 'fastest-levenshtein';
import { isOffered } from '../app/perform.js';
import type { Context } from '../app/use-case.js';
import type { Command, CommandList, Form } from './define.js';
import { commandEcho } from './replies/usage/echo.js';
import { fittingExample, withRosterNames } from './replies/usage/examples.js';
import { understand } from './understand.js';
import { apartFrom, lineOf, type Line } from './words/line.js';

/** A command that may have been meant, and the line to copy. */
export interface Suggestion {
  readonly name: string;
  /** Its command. */
  readonly of: string;
  readonly line: string;
}

/** All commands by their words. */
export interface Catalogue extends CommandList {
  /** The line with a blank behind its command, where a known one was written together with what follows. */
  apart(line: Line): Line | undefined;
  /** At most three commands that an unknown word may have meant. */
  suggest(
    line: Line,
    context: Context,
  ): { readonly typed: string; readonly suggestions: readonly Suggestion[] };
}

const mostSuggestions = 3;

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
  const find = (name: string) => byWord.get(name);
  const list: CommandList = { commands, find };
  return {
    ...list,
    apart: (line) =>
      commands.some(({ mistakenFor }) => mistakenFor.includes(line.name)) ? undefined : apartFrom(line, list),
    suggest: (line, context) =>
      gluedSecret(byWord, line, context) ?? {
        typed: commandEcho(line.name, context),
        suggestions: suggest(list, byWord, line, context),
      },
  };
}

/** The forms of a command that this person has a use for. */
function formsFor(command: Command, context: Context): readonly Form[] {
  return command.forms.filter((form) => isOffered(context, form.useCase));
}

function suggest(
  list: CommandList,
  byWord: ReadonlyMap<string, Command>,
  line: Line,
  context: Context,
): readonly Suggestion[] {
  const rest = line.text.slice(1 + line.name.length);
  const led = behindCommand(list, line, context);
  if (led.length > 0) return led;
  const meant = list.commands.filter((command) => command.mistakenFor.includes(line.name));
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
    of: command.name,
    line: lineToCopy(list, command, context, hidesWords ? '' : rest),
  }));
}

/** `/审核 通过`, `/转出 张三`: a step of a command, said without it. */
function behindCommand(list: CommandList, line: Line, context: Context): readonly Suggestion[] {
  return list.commands
    .filter(({ hidesWords, forms }) => !hidesWords && forms.some(({ lead }) => lead.includes(line.name)))
    .filter((command) => formsFor(command, context).some(({ lead }) => lead.includes(line.name)))
    .slice(0, mostSuggestions)
    .map((command) => {
      const led = command.forms.filter(({ lead }) => lead.includes(line.name));
      const typed = `/${command.name} ${line.text.slice(1)}`;
      // 除名 张三: what the group must not hear is not repeated there.
      const isHidden = context.place === 'group' && led.some(({ useCase }) => useCase.place === 'private');
      const lines = isHidden ? [] : [typed, ...led.flatMap(({ examples }) => examples)];
      return {
        name: `${command.name} ${line.name}`,
        of: command.name,
        line: lines.find((text) => isUnderstood(list, command, context, text)) ?? `/帮助 ${command.name}`,
      };
    });
}

/** A line that is understood when copied: with the words that were typed, with those of an example, or for help. */
function lineToCopy(list: CommandList, command: Command, context: Context, rest: string): string {
  const typed = `/${command.name}${rest}`;
  const examples = formsFor(command, context).flatMap((form) =>
    form.examples.map((example) => {
      const fitting = fittingExample(command, form, example, context.rulebook);
      // What reflects on somebody is not shown under a real name.
      return command.discreet ? fitting : withRosterNames(fitting, context.facts);
    }),
  );
  // Whoever wrote words did not ask for the command without any.
  const whole = examples.filter((line) => line.includes(' '));
  const lines = rest.trim() === '' ? examples : [typed, ...whole, ...examples];
  return lines.find((text) => isUnderstood(list, command, context, text)) ?? `/帮助 ${command.name}`;
}

function isUnderstood(list: CommandList, command: Command, context: Context, text: string): boolean {
  const manner = { amongSeveral: false, most: 'loose' } as const;
  return understand(command, lineOf(text, list), context, list, manner)?.reading.kind === 'values';
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
    suggestions: form === undefined ? [] : [{ name, of: name, line: exampleOf(command, form, context) }],
  };
}

function exampleOf(command: Command, form: Form, context: Context): string {
  const [example] = form.examples;
  return example === undefined
    ? `/${command.name}`
    : fittingExample(command, form, example, context.rulebook);
}

/** Edits between two words; a word that continues a command (`请假条`) is near it. */
function farness(typed: string, name: string): number {
  if (typed.startsWith(name) || (typed.length >= 2 && name.startsWith(typed))) return 1;
  return distance(typed, name);
}
