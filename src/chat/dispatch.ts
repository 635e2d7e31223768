import type { Reader, Meaning } from '../app/incoming.js';
import type { Context } from '../app/use-case.js';
import { attachActivityPicture, awaitedActivity } from '../app/attendance/pictures.js';
import { attachLatePicture, awaitedPicture } from '../app/points/attach.js';
import type { Form } from './define.js';
import { chooseForm, readForm } from './read-form.js';
import { onlyPrivate } from './replies/door/sentences.js';
import { helpHint, unknownCommand, wordProblem } from './replies/usage/problems.js';
import type { Catalogue } from './catalogue.js';
import { readLine, type Line } from './words/line.js';
import type { WordProblem } from './words/problem.js';

/**
 * Words → intent. Talk that is not a command gets no answer; a line not fully understood gets a
 * sentence with complete lines to copy, and nothing is guessed (SPEC §3).
 */
export function createReader(catalogue: Catalogue, text: string, botName: string): Reader {
  const line = readLine(text, botName);
  return (context) => (line === undefined ? lateMaterial(context) : readCommand(catalogue, line, context));
}

/** A picture without a command is ignored unless the sender just announced it. */
function lateMaterial(context: Context): Meaning {
  const { actor } = context;
  const activity = actor === null ? undefined : awaitedActivity({ ...context, actor });
  if (activity !== undefined) return { kind: 'intent', intent: attachActivityPicture.intent({ activity }) };
  const number = actor === null ? undefined : awaitedPicture({ ...context, actor });
  return number === undefined
    ? { kind: 'silence' }
    : { kind: 'intent', intent: attachLatePicture.intent({ number }) };
}

function readCommand(catalogue: Catalogue, line: Line, context: Context): Meaning {
  if (line.name === '') return { kind: 'answer', text: helpHint() };
  const command = catalogue.find(line.name);
  if (command === undefined) {
    const meant = catalogue.suggest(line, context);
    const discreet = meant.suggestions.some(({ name }) => catalogue.find(name)?.discreet === true);
    return { kind: 'answer', text: unknownCommand(meant), discreet };
  }
  const { discreet } = command;
  const ask = (problem: WordProblem, forms: readonly Form[]): Meaning => {
    // Pointing from a veto to an ordinary rejection gives nothing away.
    const open = problem.code === 'rejectMeant';
    // Discreet commands are not even queried in the group; their words are not checked there.
    if (!open && context.place === 'group' && forms.every(({ useCase }) => useCase.place === 'private'))
      return { kind: 'answer', text: onlyPrivate() };
    const ofDiscreet = problem.code === 'ofLine' && problem.command.discreet;
    const ofLeft = problem.code === 'ambiguousName' && problem.left;
    return {
      kind: 'answer',
      text: wordProblem(problem, command, forms, context),
      discreet: !open && (discreet || ofDiscreet || ofLeft),
    };
  };
  const form = chooseForm(command, line.tokens, 0, context.rulebook);
  if (form === undefined) return ask({ code: 'missing', label: command.name }, command.forms);
  const read = readForm(form, { line, tokens: line.tokens, at: 0 }, context, catalogue);
  return read.kind === 'problem'
    ? ask(read.problem, [form])
    : { kind: 'intent', intent: form.read(read.values, context, catalogue), discreet };
}
