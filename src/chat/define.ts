import type { Context, DefinedUseCase, Intent, UseCase } from '../app/use-case.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import { patternOf, type Pattern } from './plain/pattern.js';
import type { Line, Token } from './words/line.js';
import type { WordProblem } from './words/problem.js';

/** What a word sees while it reads. */
export interface WordInput {
  readonly context: Context;
  /** For a word that is itself a command line (`/代`). */
  readonly commands: CommandList;
  readonly line: Line;
  readonly tokens: readonly Token[];
  /** The word reads from here … */
  readonly at: number;
  /** … and not past here: then come the keywords, or the end. */
  readonly end: number;
  /** What the words before it gave, by key. */
  readonly taken: Readonly<Record<string, unknown>>;
  readonly leniency: Leniency;
}

/**
 * How a line is read: as documented; with missing blanks and in another order; with a word left out that only one thing
 * can stand for. Each is tried only after the one before was not understood.
 */
export type Leniency = 'exact' | 'loose' | 'omitting';

export type WordResult<T> =
  | { readonly kind: 'taken'; readonly value: T; readonly next: number }
  /** Nothing here that this word could be. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'problem'; readonly problem: WordProblem };

/** Reads one thing out of a line, whole, or says what is wrong with it. */
export interface Word<T> {
  /** Its label in the usage line: 姓名, 项号 … */
  readonly label: string;
  readonly isOptional: boolean;
  /** What examples may use where only words of the rulebook are accepted; also the usage label, if that lists them. */
  readonly choices?: (rulebook: Rulebook) => readonly string[];
  /** As a keyword: what follows belongs to it, even other keywords (议题, 决议). */
  readonly takesRest?: boolean;
  /** As a keyword: what stands behind the words and is none of them may be meant for it (议题). */
  readonly offersRest?: boolean;
  /** As a keyword: only a line that the bot offers has it, no usage line does. */
  readonly isOffered?: boolean;
  /** As a keyword: how else it is written, also on to what stands around it (缺席：张三). */
  readonly spoken?: readonly string[];
  /** As the first word of one of several forms without fixed words: whether the line is meant that way. */
  readonly begins?: (text: string, rulebook: Rulebook) => boolean;
  readonly read: (input: WordInput) => WordResult<T>;
  /** The tokens with blanks where this word ends, if they were written without; undefined: it is not among them. */
  readonly loosen?: Loosen;
  optional(): Word<T | undefined>;
}

export type Loosen = (input: WordInput) => readonly Token[] | undefined;

export function word<T>(
  label: string,
  read: (input: WordInput) => WordResult<T>,
  choices?: Word<T>['choices'],
  loosen?: Loosen,
): Word<T> {
  return {
    label,
    isOptional: false,
    read,
    ...(choices === undefined ? {} : { choices }),
    ...(loosen === undefined ? {} : { loosen }),
    optional: () => ({ ...word<T | undefined>(label, read, choices, loosen), isOptional: true }),
  };
}

/** The same word as a keyword that no usage line shows. */
export function offered<T>(keyword: Word<T>): Word<T> {
  return { ...keyword, isOffered: true };
}

type Words = Readonly<Record<string, Word<unknown>>>;
declare const none: unique symbol;
/** A form without keywords. */
type NoWords = { readonly [none]?: Word<unknown> };
type ValuesOf<W extends Words> = { readonly [K in keyof W]: W[K] extends Word<infer T> ? T : never };
type KeywordsOf<K extends Words> = { readonly [N in keyof K]?: K[N] extends Word<infer T> ? T : never };

/** Whether a form only answers, and whether that is for the asker alone: a score is nobody else's business. */
type Reads = boolean | 'inPrivate';

/** One way to write a command. */
export interface Form {
  /** Fixed words at the start (添加, 转入 …); empty: none. */
  readonly lead: readonly string[];
  readonly words: Words;
  readonly keywords: Words;
  /** The words may stand in any order. */
  readonly anyOrder: boolean;
  readonly examples: readonly string[];
  /** Ways of saying it in ordinary words (src/chat/plain/pattern.ts). */
  readonly says: readonly Pattern[];
  readonly aside: readonly Pattern[];
  /** It only answers: said in ordinary words it needs no confirmation, and a question will do. */
  readonly reads: Reads;
  readonly useCase: UseCase;
  readonly read: (
    values: Readonly<Record<string, unknown>>,
    context: Context,
    commands: CommandList,
  ) => Intent;
}

/** All commands by their words, as `/帮助` needs them. */
export interface CommandList {
  readonly commands: readonly Command[];
  find(name: string): Command | undefined;
}

export interface Command {
  readonly name: string;
  /** Other words for the same command (扣分). */
  readonly aliases: readonly string[];
  /** Words that people type when they mean this; only suggested. */
  readonly mistakenFor: readonly string[];
  /** The words after it may be a reason, so a suggestion shows an example instead of repeating them. */
  readonly hidesWords: boolean;
  /** Its text may go on over several lines, also where another command follows below. */
  readonly manyLines: boolean;
  /** Several numbers are as many commands; `withMaterial`: where something comes with the line. */
  readonly each: 'no' | 'always' | 'withMaterial';
  readonly summary: string;
  /** The same for those who may only look. */
  readonly summaryOfLooking: string;
  /** What `/帮助` adds: who rules, what happens next. */
  readonly note: string | null;
  /** About deductions, leave and the like: questions and refusals are answered in private. */
  readonly discreet: boolean;
  /** What it does, behind 您是想: 登记加分. */
  readonly act: string;
  /** Said in ordinary words it wants to be copied or pressed, never a mere 是: others see it, or it cannot be undone. */
  readonly byCopy: boolean;
  /**
   * A line of it that only its ways of saying read is done as if it were spelt: what came of it is said back by name, and
   * another line sets it right.
   */
  readonly takesOwnWords: boolean;
  readonly forms: readonly Form[];
}

interface FormDefinition<W extends Words, K extends Words, I> {
  readonly lead?: string | readonly string[];
  readonly words: W;
  readonly keywords?: K;
  readonly anyOrder?: boolean;
  readonly examples: readonly string[];
  /** How people say it without the command: `{活动}请个假[，]{事由}`. Nothing is said so without these. */
  readonly says?: readonly string[];
  /** How a typed line says more, or less, than it can enter: the lines are shown, and never read out of talk. */
  readonly aside?: readonly string[];
  readonly reads?: Reads;
  readonly useCase: DefinedUseCase<I>;
  /** What was read, as the use case wants it. Keywords that were not written are absent. */
  readonly input: (values: ValuesOf<W> & KeywordsOf<K>, context: Context, commands: CommandList) => I;
}

/** One of several ways to write a command. */
export function form<W extends Words, I, K extends Words = NoWords>(
  definition: FormDefinition<W, K, I>,
): Form {
  const { lead = [], words, keywords = {}, anyOrder = false } = definition;
  const { examples, says = [], aside = [], reads = false, useCase, input } = definition;
  return {
    lead: typeof lead === 'string' ? [lead] : lead,
    words,
    keywords,
    anyOrder,
    examples,
    says: says.map(patternOf),
    aside: aside.map(patternOf),
    reads,
    useCase: useCase as UseCase,
    // The dispatcher fills `values` from exactly these words and keywords.
    read: (values, context, commands) =>
      useCase.intent(input(values as ValuesOf<W> & KeywordsOf<K>, context, commands)),
  };
}

interface Described {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly mistakenFor?: readonly string[];
  readonly hidesWords?: boolean;
  readonly manyLines?: boolean;
  readonly each?: Command['each'];
  readonly summary: string;
  readonly summaryOfLooking?: string;
  readonly note?: string;
  readonly discreet?: boolean;
  readonly act?: string;
  readonly byCopy?: boolean;
  readonly takesOwnWords?: boolean;
}

/**
 * Declares a chat command. Key order is word order; `/帮助`, every usage sentence and docs/PERMISSIONS.md
 * come from this declaration and from the rule of its use case.
 */
export function defineCommand<W extends Words, I, K extends Words = NoWords>(
  definition: Described & (FormDefinition<W, K, I> | { readonly forms: readonly Form[] }),
): Command {
  const { name, aliases = [], mistakenFor = [], hidesWords = false, summary, note = null } = definition;
  const {
    discreet = false,
    manyLines = false,
    each = 'no',
    act = name,
    byCopy = false,
    takesOwnWords = false,
    summaryOfLooking = summary,
  } = definition;
  const forms = 'forms' in definition ? definition.forms : [form(definition)];
  const how = { hidesWords, manyLines, each, discreet, act, byCopy, takesOwnWords };
  return { name, aliases, mistakenFor, summary, summaryOfLooking, note, forms, ...how };
}
