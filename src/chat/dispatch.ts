import type { Reader, Meaning } from '../app/incoming.js';
import type { Context } from '../app/use-case.js';
import { takeMinutes } from '../app/attendance/minutes.js';
import { attachActivityPicture, awaitedActivity } from '../app/attendance/pictures.js';
import { attachLatePicture, awaitedPicture } from '../app/points/attach.js';
import { proposeWording } from '../app/rulebook/wording.js';
import { annexAwaited } from '../app/talk.js';
import { asStranger } from '../app/door/unbound.js';
import { isHere, othersNamed } from '../domain/branch/people.js';
import type { Command, Form } from './define.js';
import { notYours, onlyPrivate, unbound } from './replies/door/sentences.js';
import { filesLost } from './replies/usage/files-lost.js';
import { helpHint, isForSpeaker, unknownCommand, wordProblem } from './replies/usage/problems.js';
import type { Catalogue } from './catalogue.js';
import { withCompletedLine } from './completed.js';
import { withWordsInOrder } from './in-order.js';
import { linesInOwnWords, withLinesThatRead, withOwnWords, withWhatIsNotSaid } from './own-words.js';
import { fittingExample } from './replies/usage/examples.js';
import { readsWhole, understand, type Mend } from './understand.js';
import { withMatters } from './which-matter.js';
import { lineOf, type Line } from './words/line.js';
import { activityLines } from './words/life/activity-lines.js';
import { activityWord } from './words/life/which-activity.js';
import { readMessage } from './words/message.js';
import type { WordProblem } from './words/problem.js';

/**
 * Words → intent. Talk that is not a command gets no answer; a line not fully understood gets a
 * sentence with complete lines to copy, and nothing is guessed (SPEC §3).
 *
 * @param amongSeveral the message holds other commands beside this one
 */
export function createReader(
  catalogue: Catalogue,
  text: string,
  botName: string,
  amongSeveral = false,
): Reader {
  const spoken = readMessage(text, botName, catalogue);
  const [written] = spoken.lines;
  const line = written === undefined ? undefined : lineOf(written, catalogue);
  return (context) => {
    if (line !== undefined) return readCommand(catalogue, line, context, amongSeveral);
    const isSaidToBot = spoken.called || context.place === 'private';
    return (isSaidToBot ? readBare(catalogue, spoken.talk, context) : undefined) ?? lateMaterial(context);
  };
}

/** Said to the bot, a command needs no slash, if the rest is understood whole: 确认 1. */
function readBare(catalogue: Catalogue, talk: string, context: Context): Meaning | undefined {
  if (askHelp.test(talk)) return readBare(catalogue, helpName, context);
  const written = lineOf(`/${talk}`, catalogue);
  const line = bareNumber.test(talk) ? (catalogue.apart(written) ?? written) : written;
  const command = catalogue.find(line.name);
  if (command === undefined) return undefined;
  const most = line.tokens.length === 0 ? 'omitting' : 'loose';
  const found = understand(command, line, context, catalogue, { amongSeveral: false, most });
  return found?.reading.kind === 'values'
    ? {
        kind: 'intent',
        intent: found.form.read(found.reading.values, context, catalogue),
        discreet: command.discreet,
      }
    : undefined;
}

/** 确认1, 证明#3: nothing but numbers behind the name. */
const bareNumber = /^\p{Script=Han}+#?\d[\d#、，,\s]*$/u;
const helpName = '帮助';
const askHelp = /^[?？]+$/u;

/** A picture without a command is ignored unless the sender just announced it. */
function lateMaterial(context: Context): Meaning {
  const { actor, attachments } = context;
  if (attachments.length === 0) return { kind: 'silence' };
  const activity = actor === null ? undefined : awaitedActivity({ ...context, actor });
  if (activity !== undefined) return { kind: 'intent', intent: attachActivityPicture.intent({ activity }) };
  const number = actor === null ? undefined : awaitedPicture({ ...context, actor });
  if (number === annexAwaited) return { kind: 'intent', intent: proposeWording.intent({}) };
  return number === undefined
    ? { kind: 'silence' }
    : { kind: 'intent', intent: attachLatePicture.intent({ number }) };
}

/** In this order: what one has put right the next leaves alone. */
const mends: readonly Mend[] = [withMatters, withWordsInOrder, withCompletedLine];

function readCommand(catalogue: Catalogue, line: Line, context: Context, amongSeveral: boolean): Meaning {
  if (line.name === '') return { kind: 'answer', text: helpHint() };
  const apart = catalogue.find(line.name) === undefined ? catalogue.apart(line) : line;
  const command = apart === undefined ? undefined : catalogue.find(apart.name);
  const found =
    apart === undefined || command === undefined
      ? undefined
      : understand(command, apart, context, catalogue, { amongSeveral, most: 'omitting' });
  if (command !== undefined && found?.reading.kind === 'values') {
    const intent = found.form.read(found.reading.values, context, catalogue);
    return { kind: 'intent', intent, discreet: command.discreet };
  }
  if (command === undefined || apart !== line) {
    const meant = catalogue.suggest(line, context);
    const discreet = meant.suggestions.some(({ of }) => catalogue.find(of)?.discreet === true);
    return { kind: 'answer', text: unknownCommand(meant), discreet };
  }
  if (found === undefined || found.reading.kind === 'values')
    return ask(withoutLead(command, line, context, catalogue), command, command.forms, context, line);
  const own = linesInOwnWords(found.reading.problem, command, line, context, catalogue);
  const [only, ...others] = own;
  if (only !== undefined && others.length === 0 && command.takesOwnWords && only !== line.text)
    return readCommand(catalogue, lineOf(only, catalogue), context, amongSeveral);
  const open = withActivities(found.reading.problem, context, found.form, line);
  const problem = own.length > 0 ? open : withWhatIsNotSaid(open, command, line, context, catalogue);
  const unread = { command, form: found.form, line: found.line, context, commands: catalogue };
  const mended = mends.reduce((asked, mend) => mend(asked, unread), problem);
  const said = withOwnWords(mended, line, own);
  return ask(withLinesThatRead(said, command, context, catalogue), command, [found.form], context, line);
}

/** `/导出 2026`: lines that would be whole with one of the fixed words, else one of each form. */
function withoutLead(command: Command, line: Line, context: Context, catalogue: Catalogue): WordProblem {
  const rest = line.text.slice(1 + line.name.length);
  const whole = command.forms
    .flatMap(({ lead }) => lead.slice(0, 1))
    .map((lead) => `/${command.name} ${lead}${rest}`)
    .filter((text) => readsWhole(command, text, context, catalogue, 'exact'));
  const examples = command.forms.flatMap((form) =>
    form.examples.slice(0, 1).map((example) => fittingExample(command, form, example, context.rulebook)),
  );
  return { code: 'incomplete', lines: whole.length > 0 ? whole : examples };
}

/** Where the activity is missing, those that may be meant are shown. */
function withActivities(problem: WordProblem, context: Context, form: Form, line: Line): WordProblem {
  const [first] = line.tokens;
  const led = first !== undefined && form.lead.includes(first.text) ? [first.text] : [];
  return problem.code === 'missing' && problem.label === activityWord('leave').label
    ? {
        code: 'noActivity',
        ...{ text: '', reason: false },
        lines: activityLines(
          context,
          [`/${line.name}`, ...led].join(' '),
          form.useCase.name === takeMinutes.name ? 'minutes' : undefined,
        ),
      }
    : problem;
}

function ask(
  problem: WordProblem,
  command: Command,
  forms: readonly Form[],
  context: Context,
  line: Line,
): Meaning {
  // Pointing from a veto to an ordinary rejection gives nothing away.
  const open = problem.code === 'rejectMeant';
  // Discreet commands are not even queried in the group; their words are not checked there.
  if (!open && context.place === 'group' && forms.every(({ useCase }) => useCase.place === 'private'))
    return { kind: 'answer', text: onlyPrivate() };
  // A name that is nobody's any more would be asked for in vain.
  const stranger = asStranger(context);
  if (stranger.left !== null) return { kind: 'answer', text: unbound(stranger, context) };
  const [theirs] = forms;
  if (
    context.actor !== null &&
    isHere(context.actor) &&
    theirs !== undefined &&
    !isForSpeaker(forms, context)
  )
    return {
      kind: 'answer',
      text: notYours(theirs.useCase.offeredTo ?? theirs.useCase.who),
      discreet: command.discreet,
    };
  const ofDiscreet = problem.code === 'ofLine' && problem.command.discreet;
  const ofLeft = problem.code === 'ambiguousName' && problem.left;
  const isOfLeft = problem.code === 'unknownName' && problem.known === 'left';
  const ofReason =
    ((problem.code === 'whichActivity' || problem.code === 'noActivity') && problem.reason) ||
    (problem.code === 'saidAside' && problem.isReason);
  return {
    kind: 'answer',
    text: `${wordProblem(problem, command, forms, context)}${filesLost(context)}`,
    discreet:
      !open &&
      (command.discreet ||
        ofDiscreet ||
        ofLeft ||
        isOfLeft ||
        ofReason ||
        isOfSomebody(problem, line, context)),
  };
}

/** What is quoted of a named person may be an illness or a deduction: the group does not hear it again from the bot. */
function isOfSomebody(problem: WordProblem, line: Line, { facts }: Pick<Context, 'facts'>): boolean {
  if (problem.code === 'ofLine') return isOfSomebody(problem.problem, line, { facts });
  const quoted = 'text' in problem ? problem.text : 'name' in problem ? problem.name : '';
  const isNamedIn = facts
    .all('person')
    .some(({ name }) => quoted.includes(name) && quoted.length > name.length + 1);
  return isNamedIn || (problem.code === 'extra' && othersNamed(facts, 0, line.text).length > 0);
}
