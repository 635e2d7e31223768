import type { OtherDay } from '../../app/points/says.js';
import { isHere } from '../../domain/branch/people.js';
import { addDays, yearOf } from '../../domain/period/civil.js';
import { isArchived } from '../../domain/year/archived.js';
import { monthAndDay, paperDay } from '../../words/dates.js';
import { word, type Word, type WordInput } from '../define.js';
import { readDate } from './dates/text.js';
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
  const day = otherDayIn(input, text);
  const asked = day.otherDay === undefined ? undefined : yearAsked(input, day.otherDay);
  if (asked !== undefined) return { kind: 'problem', problem: asked };
  return {
    ...read,
    value: {
      text,
      gluedWitness: hasGluedWitness(input),
      writtenDocument: writtenDocument(input),
      ...day,
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
    if (read.kind !== 'taken') return read;
    const { otherDay } = otherDayIn(input, read.value);
    if (otherDay === undefined || otherDay.line === null || otherDay.on === null) return read;
    const { said, on, line } = otherDay;
    // 12月3日要复查 in November is a day to come.
    if (isFarBack(on, said, input)) return read;
    return { kind: 'problem', problem: { code: 'whichDate', text: said, lines: [line] } };
  });
}

const spokenDay = /大前天|前天|昨[天日]|大后天|后天|明[天日]/u;
/** 周一 alone as well; not 每周一, 一周一次, 周一至周五, 周一凡. */
const weekday =
  /(?<![每双单一二两三四五六七八九十\d])(?:上个?|下个?|本|这)?(?:周|星期|礼拜)[一二三四五六日天](?![次至到、—~-])/u;
const calendarDay =
  /(?:20\d\d年)?\d{1,2}月\d{1,2}[日号]|(?<![\d.])(?:1[0-2]|[1-9])\.(?:0[1-9]|[12]\d|3[01])(?=$|[\s，,。、；;号日])/u;
const someDay = new RegExp([spokenDay, weekday, calendarDay].map(({ source }) => source).join('|'), 'gu');
/** Some day of these is meant, but not which. */
const vagueDay = /上个?(?:周|星期|礼拜)|前[几两些]天/u;

/** A deed without a date is of today: who wrote another day into the reason is asked with the line that says so. */
function otherDayIn(input: WordInput, text: string): { readonly otherDay?: OtherDay } {
  const { context, tokens, end } = input;
  if (tokens.slice(end).some((token) => token.text === '日期')) return {};
  const { today } = context;
  const said = Array.from(text.matchAll(someDay), ([day]) => day).find(
    (day) => !beginsName(input, day, text),
  );
  const reading = said === undefined ? undefined : readDate(said, today, 'past');
  if (said !== undefined && reading?.kind === 'read') {
    const { value: on } = reading;
    return { otherDay: { said, on, line: on > today ? null : onDay(input, on, said) } };
  }
  const vague = vagueDay.exec(text)?.[0];
  return vague === undefined ? {} : { otherDay: { said: vague, on: null, line: null } };
}

/** The line with its day as a keyword; 扫雪 11月18日: the day that stands alone before or behind the reason is that word. */
function onDay({ context, line, tokens, at, end }: WordInput, on: string, said?: string): string {
  const alone =
    end - at > 1 ? [tokens[end - 1], tokens[at]].find((token) => token?.text === said) : undefined;
  const text =
    alone === undefined
      ? line.text
      : `${line.text.slice(0, alone.start).trimEnd()}${line.text.slice(alone.end)}`;
  return `${text} 日期 ${dayIn(on, context.today)}`;
}

/** Without a year a day that was so long ago is hardly meant. */
const farBack = 300;

function isFarBack(on: string, said: string, { context }: WordInput): boolean {
  return !said.includes('年') && on < addDays(context.today, -farBack);
}

/** On 4 January 12月30日 is of last year, whose score it is: nothing is registered for this one before it was asked. */
function yearAsked(input: WordInput, { said, on, line }: OtherDay): WordProblem | undefined {
  const { facts, today } = input.context;
  if (on === null || line === null) return undefined;
  const year = yearOf(on);
  if (year !== yearOf(today) - 1 || isArchived(facts, year)) return undefined;
  if (isFarBack(on, said, input)) return undefined;
  return { code: 'whichDate', text: said, isInReason: true, lines: [line, onDay(input, today)] };
}

/** 周一凡. */
function beginsName({ context }: WordInput, said: string, text: string): boolean {
  return context.facts
    .all('person')
    .some(({ name }) => name.length > said.length && name.startsWith(said) && text.includes(name));
}

/** With its year where that is another than this one. */
function dayIn(day: string, today: string): string {
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
