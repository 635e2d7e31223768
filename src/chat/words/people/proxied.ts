import type { Intent } from '../../../app/use-case.js';
import { personOf } from '../../../domain/branch/people.js';
import { word, type CommandList, type Form, type Word } from '../../define.js';
import { commandEcho } from '../../replies/usage/echo.js';
import { activityLabels } from '../life/kinds.js';
import { chooseForm, readForm } from '../../read-form.js';

/** A command line entered for its speaker by somebody else. */
export interface Proxied {
  readonly command: string;
  readonly intent: Intent;
  /** What is answered to the member alone. */
  readonly discreet: boolean;
  readonly form: Form;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * The line of a member without an account, as the recorder enters it: an ordinary line, with or without its slash, read
 * as if the person under `personKey` had sent it.
 */
export function lineOf(personKey: string): Word<Proxied> {
  return word(
    '命令 …',
    ({ context, commands, line, tokens, at, end, taken }) => {
      const token = at < end ? tokens[at] : undefined;
      if (token === undefined) return { kind: 'absent' };
      const name = token.text.startsWith('/') ? token.text.slice(1) : token.text;
      const inner = tokens.slice(0, end);
      const command = commands.find(name);
      const form = command === undefined ? undefined : chooseForm(command, inner, at + 1, context.rulebook);
      if (command === undefined || form?.useCase.byProxy === undefined) {
        const label = '可以代办的命令';
        return {
          kind: 'problem',
          problem: { code: 'notOneOf', text: commandEcho(name, context), label, choices: allowed(commands) },
        };
      }
      const person = personOf(context.facts, Number(taken[personKey]));
      const asHim = { ...context, actor: person, enteredBy: context.actor };
      const read = readForm(form, { line, tokens: inner, at: at + 1 }, asHim, commands);
      if (read.kind === 'problem') {
        const lead = line.text.slice(0, token.start).trimEnd();
        return { kind: 'problem', problem: { code: 'ofLine', problem: read.problem, command, form, lead } };
      }
      return {
        kind: 'taken',
        value: {
          command: command.name,
          intent: form.read(read.values, asHim, commands),
          discreet: command.discreet,
          ...{ form, values: read.values },
        },
        next: end,
      };
    },
    activityLabels,
  );
}

function allowed({ commands }: CommandList): readonly string[] {
  return commands
    .filter(({ forms }) => forms.some(({ useCase }) => useCase.byProxy !== undefined))
    .map(({ name }) => name);
}

const ways = { 电话: 'telephone', 当面: 'inPerson' } as const;

/** How the member gave it: 电话, 当面. */
export const wayWord: Word<'telephone' | 'inPerson'> = word('电话|当面', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  if (token.text === '电话' || token.text === '当面')
    return { kind: 'taken', value: ways[token.text], next: at + 1 };
  const choices = Object.keys(ways);
  return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '代办方式', choices } };
});
