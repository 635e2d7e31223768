import type { OtherDay } from '../../app/points/says.js';
import { isHere } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { isArchived } from '../../domain/year/archived.js';
import { monthAndDay, paperDay } from '../../words/dates.js';
import { word, type Word, type WordInput } from '../define.js';
import { saidDay, type SaidDay } from './dates/said-day.js';
import { findPerson } from './people/find.js';
import { numberJoiners, restText, textNamed } from './plain.js';
import type { WordProblem } from './problem.js';

export interface Reason {
  readonly text: string;
  /** It contains a witness clause written together (证明王芳), to be hinted at. */
  readonly gluedWitness: boolean;
  /** What follows a word 文号 in it, to be hinted at: a document number is material only behind `/材料 N`. */
  readonly writtenDocument: string | null;
  /** It names another day, and the line gives none: 昨天去献血. */
  readonly otherDay?: OtherDay;
}

export const reasonText: Word<Reason> = word('事由', (input) => {
  const read = restText.read(input);
  if (read.kind !== 'taken') return read;
  const { value: text } = read;
  const day = dayIn(input, text);
  const problem = day === undefined ? undefined : (noDay(day) ?? yearAsked(input, day));
  if (problem !== undefined) return { kind: 'problem', problem };
  return {
    ...read,
    value: {
      text,
      gluedWitness: hasGluedWitness(input),
      writtenDocument: writtenDocument(input),
      ...(day === undefined ? {} : { otherDay: otherDay(input, day) }),
    },
  };
});

/**
 * What was done, where it stands in no ruler's card: nobody would see that another day is written in it (上周三 慰问老人) than
 * the one recorded.
 */
export function deedText(label: string): Word<string> {
  return word(label, (input) => {
    const read = textNamed(label).read(input);
    const day = read.kind === 'taken' ? dayIn(input, read.value) : undefined;
    if (day === undefined) return read;
    return { kind: 'problem', problem: noDay(day) ?? deedAsked(input, day) };
  });
}

/** A deed without a date is of today: who wrote another day into the reason is asked with the line that says so. */
function dayIn(input: WordInput, text: string): SaidDay | undefined {
  const { context, tokens, end } = input;
  if (tokens.slice(end).some((token) => token.text === '日期')) return undefined;
  const day = saidDay(text, context.today, (said) => beginsName(input, said, text));
  return day?.kind === 'read' && day.on === context.today ? undefined : day;
}

function noDay(day: SaidDay): WordProblem | undefined {
  if (day.kind !== 'none') return undefined;
  const { day: number, month, year } = day.day;
  return {
    ...{ code: 'noSuchDay', day: number },
    ...(month === undefined ? {} : { month }),
    ...(year === undefined ? {} : { year }),
  };
}

function otherDay(input: WordInput, day: SaidDay): OtherDay {
  const { said } = day;
  if (day.kind === 'read') return { said, on: day.on, line: onDay(input, day.on, said) };
  return { said, on: day.kind === 'ahead' ? day.on : null, line: null };
}

/** The line with that day, or with today where that one is still to come or unclear. */
function deedAsked(input: WordInput, day: SaidDay): WordProblem {
  const { said } = day;
  if (day.kind === 'read') return { code: 'whichDate', text: said, lines: [onDay(input, day.on, said)] };
  const inText = day.kind === 'ahead' ? 'ahead' : 'vague';
  return { code: 'whichDate', text: said, inText, lines: [onDay(input, input.context.today)] };
}

/** The line with its day as a keyword; 扫雪 11月18日: the day that stands alone before or behind the reason is that word. */
function onDay({ context, line, tokens, at, end }: WordInput, on: string, said?: string): string {
  const alone =
    end - at > 1 ? [tokens[end - 1], tokens[at]].find((token) => token?.text === said) : undefined;
  const text =
    alone === undefined
      ? line.text
      : `${line.text.slice(0, alone.start).trimEnd()}${line.text.slice(alone.end)}`;
  return `${text} 日期 ${dayWritten(on, context.today)}`;
}

/** On 4 January 12月30日 is of last year, whose score it is: nothing is registered for this one before it was asked. */
function yearAsked(input: WordInput, day: SaidDay): WordProblem | undefined {
  const { facts, today } = input.context;
  if (day.kind !== 'read') return undefined;
  const { said, on } = day;
  const year = yearOf(on);
  if (year !== yearOf(today) - 1 || isArchived(facts, year)) return undefined;
  const lines = [onDay(input, on, said), onDay(input, today)];
  return { code: 'whichDate', text: said, inText: 'lastYear', lines };
}

/** 周一凡. */
function beginsName({ context }: WordInput, said: string, text: string): boolean {
  return context.facts
    .all('person')
    .some(({ name }) => name.length > said.length && name.startsWith(said) && text.includes(name));
}

/** With its year where that is another than this one. */
function dayWritten(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? monthAndDay(day) : paperDay(day);
}

function writtenDocument({ line, tokens, at, end }: WordInput): string | null {
  const here = tokens.findIndex((token, index) => index >= at && index < end && token.text === '文号');
  const [first, last] = [tokens[here + 1], tokens[end - 1]];
  if (here === -1 || here + 1 >= end || first === undefined || last === undefined) return null;
  return line.text.slice(first.start, last.end);
}

/** 证明王芳, 证明人 王芳, ，证明：王芳 */
const witnessClause = /证明人?[：:\s]*([^\s，,；;。]+)/gu;

/** 王芳刘洋证明, 王芳可以作证 */
const witnessesBefore = /(?:可以|能|都|给)*(?:作证|证明)$/u;

function hasGluedWitness({ context, line, tokens, at, end }: WordInput): boolean {
  const written = line.text.slice(tokens[at]?.start, tokens[end - 1]?.end);
  const before = witnessesBefore.test(written) ? written.replace(witnessesBefore, '') : '';
  if (context.facts.all('person').some((person) => isHere(person) && before.endsWith(person.name)))
    return true;
  return [...written.matchAll(witnessClause)]
    .flatMap(([, names = '']) => names.split(numberJoiners))
    .some((name) => name !== '' && findPerson(context, name, 'person').kind !== 'none');
}
