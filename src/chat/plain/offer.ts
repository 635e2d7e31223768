/** A line that was read out of ordinary words: tried without doing it, offered with what it would do. */
import type { Meaning, Reader } from '../../app/incoming.js';
import { decide } from '../../app/perform.js';
import type { Context, Intent, Outcome } from '../../app/use-case.js';
import { isQuiet } from '../../domain/matters/kinds.js';
import type { CommandList, Form } from '../define.js';
import * as says from '../replies/plain/sentences.js';
import { isSaid, isSayable, type Asked } from './model.js';
import type { Rates } from './rates.js';
import { markOf, readBack, type Values } from './read-back.js';
import type { Said } from './read.js';
import { isWanted } from './stops.js';

/** What it takes to answer ordinary words. */
export interface Plain {
  readonly commands: CommandList;
  /** The answer to a line, as if it had been typed. */
  readonly typed: (line: string) => Reader;
  readonly rates: Rates;
  readonly botName: string;
  /** Another branch of the speaker hears the same words, and says what is the same everywhere. */
  readonly isOneOfSeveral: boolean;
  /** Undefined: there is no model. */
  readonly model?: ModelPart | undefined;
}

/** A sentence that nothing else understood may be asked about, or the model has answered. */
export type ModelPart =
  | { readonly kind: 'mayBeAsked'; readonly ask: (question: Asked) => void }
  | { readonly kind: 'proposed'; readonly line: string | null };

/** A line with what it would do, tried without doing it. */
interface Tried extends Said {
  readonly meaning: Meaning;
  readonly outcome: 'asks' | 'refused' | 'reads' | 'changes';
}

/** What is the asker's own business is answered in private, wherever it was asked. */
export function forAsker({ form, meaning }: Tried): Meaning {
  return meaning.kind === 'intent' && form.reads === 'inPrivate' ? { ...meaning, inPrivate: true } : meaning;
}

/** Reads the line as if it were typed, and decides without doing anything. */
export function tryOut(said: Said, context: Context, { typed }: Plain): Tried {
  const meaning = typed(said.line)(context);
  if (meaning.kind !== 'intent')
    return {
      ...said,
      meaning,
      outcome: said.form.reads === false ? 'asks' : 'reads',
    };
  return {
    ...said,
    meaning,
    outcome: outcomeOf(said, context, meaning.intent),
  };
}

function outcomeOf({ form }: Said, context: Context, intent: Intent): Tried['outcome'] {
  const outcome = decide(context, intent);
  if (outcome.kind === 'done' && changes(outcome)) return 'changes';
  // What would do nothing, #2 还缺证明, is answered as if typed.
  return form.reads !== false && outcome.kind !== 'backup' ? 'reads' : 'refused';
}

/** What only the talk itself remembers is no change. */
function changes(outcome: Extract<Outcome, { readonly kind: 'done' }>): boolean {
  return (
    outcome.changes.some(({ table }) => table !== 'talk') ||
    outcome.resend.length > 0 ||
    outcome.ballots !== undefined ||
    outcome.onRecord === true
  );
}

interface Manner {
  /** Something changed since it was offered before. */
  readonly again?: boolean;
  readonly byModel?: boolean;
}

export function propose(
  { command, form, line, hasReason }: Said,
  context: Context,
  plain: Plain,
  manner: Manner = {},
): Meaning | undefined {
  const read = readBack(line, context, plain.commands);
  if (read === undefined || context.actor === null) return undefined;
  const isPrivate = isDiscreet({ command, form, hasReason }, read.values, context);
  if (isTooEarly(form, read.values, context))
    return withoutYes(says.notBegun(read.meaning, line), [line], isPrivate, context);
  const mark = markOf(line, read.meaning, context);
  const inGroup = context.place === 'group' && !isPrivate;
  const yes = command.byCopy ? null : inGroup ? `@${plain.botName} 是` : '是';
  return {
    kind: 'answer',
    text: says.proposed({
      act: command.byCopy && form.lead.length > 0 ? `${command.act}（${form.lead[0] ?? ''}）` : command.act,
      meaning: read.meaning,
      line,
      yes,
      ...manner,
      hasFiles: context.attachments.length > 0,
    }),
    discreet: isPrivate,
    offer: {
      person: context.actor.id,
      at: context.now,
      lines: [line],
      mark: command.byCopy ? null : mark,
      pressed: mark,
      places: isPrivate && context.place === 'group' ? ['group', 'private'] : [context.place],
    },
    buttons: [
      { label: says.yesButton, line: `是 ${mark}` },
      { label: says.noButton, line: `不是 ${mark}` },
    ],
  };
}

/** Who came is not known before it begins; whoever copies the line takes it on themselves. */
function isTooEarly({ useCase }: Form, { activity }: Values, { facts, now }: Context): boolean {
  const at = typeof activity === 'number' ? facts.get('activity', activity)?.at : undefined;
  return useCase.name === 'attendance.rollCall' && at !== undefined && now < at;
}

/** Only to be copied: `是` says so, instead of doing what was offered before. */
function withoutYes(text: string, lines: readonly string[], discreet: boolean, context: Context): Meaning {
  const { actor, now: at, place } = context;
  if (actor === null) return { kind: 'answer', text, discreet };
  const places = discreet && place === 'group' ? (['group', 'private'] as const) : [place];
  return {
    ...{ kind: 'answer', text, discreet },
    offer: { person: actor.id, at, lines, mark: null, pressed: null, places },
  };
}

/** Several lines, or one that lacks something: only to be copied. */
export function offer(several: readonly Said[], context: Context, { commands }: Plain): Meaning {
  const lines = several.map(({ line }) => line);
  const discreet = several.some((said) =>
    isDiscreet(said, readBack(said.line, context, commands)?.values ?? {}, context),
  );
  return withoutYes(says.whichLine(lines), lines, discreet, context);
}

/** What the group must not read: reasons, kinds of leave, cards to rule on, and matters that are quiet there. */
function isDiscreet(
  { command, form, hasReason }: Pick<Said, 'command' | 'form' | 'hasReason'>,
  values: Values,
  { facts }: Context,
): boolean {
  const holdsKind = values['kind'] !== undefined && values['activity'] !== undefined;
  const isRuling = form.useCase.name.startsWith('rulings.');
  const namesQuiet = Object.entries(form.words)
    .filter(([, { label }]) => label.startsWith('编号'))
    .flatMap(([key]) => values[key])
    .some((number) => {
      const matter = typeof number === 'number' ? facts.get('matter', number) : undefined;
      return matter !== undefined && isQuiet(facts, matter);
    });
  const isKept = command.discreet || hasReason || form.useCase.place === 'private';
  return isKept || holdsKind || isRuling || namesQuiet;
}

/** A line that was offered before, or differs from it in a word. */
export function offerAnew(line: string, context: Context, plain: Plain, manner: Manner = {}): Meaning {
  const said = saidBy(line, context, plain);
  const meaning = plain.typed(line)(context);
  return (said === undefined ? undefined : propose(said, context, plain, manner)) ?? meaning;
}

/** A line that is understood whole, as if a sentence had meant it. */
function saidBy(line: string, context: Context, plain: Plain): Said | undefined {
  const meaning = plain.typed(line)(context);
  const read = readBack(line, context, plain.commands);
  if (meaning.kind !== 'intent' || read === undefined) return undefined;
  const command = plain.commands.find(line.slice(1).split(' ')[0] ?? '');
  const form = command?.forms.find(({ useCase }) => useCase.name === meaning.intent.useCase.name);
  if (command === undefined || form === undefined) return undefined;
  const hasReason = Object.values(read.values).some((value) => typeof value === 'string');
  return { command, form, line, hasReason, wish: '' };
}

/** A line that stood within a sentence: tried as if a way of saying had meant it. */
export function offerTried(line: string, context: Context, plain: Plain): Meaning | undefined {
  const said = saidBy(line, context, plain);
  if (said === undefined || !isSayable(said.form)) return undefined;
  const tried = tryOut(said, context, plain);
  return tried.outcome === 'changes' ? propose(tried, context, plain) : forAsker(tried);
}

/** What a model proposes passes the same checks as a sentence, and holds only what was said. */
export function offerLine(line: string, talk: string, context: Context, plain: Plain): Meaning | undefined {
  const said = line.startsWith('/') && !line.includes('\n') ? saidBy(line, context, plain) : undefined;
  if (said === undefined || !isSayable(said.form) || !isSaid(line, talk, said.form, context))
    return undefined;
  if (!isWanted(talk, !said.command.byCopy)) return undefined;
  const tried = tryOut(said, context, plain);
  if (tried.outcome === 'reads') return forAsker(tried);
  return tried.outcome === 'changes' ? propose(tried, context, plain, { byModel: true }) : undefined;
}
