import { distance } from 'fastest-levenshtein';
import { meant, type Purpose } from '../../../domain/attendance/references.js';
import { announcedIn, isDueAt } from '../../../domain/attendance/standing.js';
import type { Activity } from '../../../domain/attendance/rows.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { word, type Word, type WordInput, type WordResult } from '../../define.js';
import { dayReference } from '../../replies/attendance/activities.js';
import { spacedDate } from '../../../words/dates.js';
import { readDate, readDateTime } from '../dates/text.js';
import { cutToken, rewrite, type Token } from '../line.js';
import { soundOf } from '../people/near.js';
import { activityLines, referenceTo } from './activity-lines.js';
import { activityLabels, kindCalled, kindInFront } from './kinds.js';

/** 支部大会#12, #12: the short number of an activity. */
const numberSuffix = /^#(\d{1,9})$/u;
/** 支部大会@11-28, 支部大会@2026-11-28, 支部大会@11-28-15:00 */
const daySuffix = /^@(?:(20\d\d)-)?(\d{1,2})-(\d{1,2})(?:-(\d{1,2})[:\uff1a](\d\d))?$/u;

/**
 * An announced or recent activity: by its kind, its day, or both. Where several fit, the lines to copy name the day.
 * Left out it is the only one that can be meant.
 *
 * For leave nothing of the line is repeated: a kind or a reason follows, and the answer may go to the group.
 */
export function activityWord(purpose: Purpose): Word<number> {
  return { ...readActivity(purpose), begins: isActivity };
}

/** 支部大会, 支部大会@11-28, 支部大会#12; not #12, which may be a matter. */
function isActivity(text: string, rulebook: Rulebook): boolean {
  const [called = ''] = text.split(/[@#]/u);
  return called !== '' && kindCalled(rulebook, called) !== undefined;
}

function readActivity(purpose: Purpose): Word<number> {
  return word(
    '活动',
    (input) => {
      const { context, tokens, at } = input;
      const token = at < input.end ? tokens[at] : undefined;
      const named = token === undefined ? undefined : namedIn(input, purpose);
      if (token === undefined || named === undefined) {
        const omitted = input.leniency === 'omitting' ? leftOut(input, purpose) : undefined;
        if (omitted !== undefined) return omitted;
        return token === undefined ? { kind: 'absent' } : noActivity(input, token, purpose);
      }
      const found = meant(askingIn(context), purpose, named.fits);
      const [only, ...others] = found;
      const end = tokens[named.next - 1]?.end ?? token.end;
      if (only === undefined) return noActivity(input, token, purpose, end);
      if (others.length === 0) return { kind: 'taken', value: only.id, next: named.next };
      return whichOf(input, { ...token, end }, found, purpose === 'leave');
    },
    activityLabels,
    ({ context, tokens, at }) => {
      const text = tokens[at]?.text ?? '';
      const front = kindInFront(context.rulebook, text);
      if (front === undefined) return undefined;
      const rest = text.slice(front.name.length);
      const which = /^(?:@[\d:：-]+|#\d+)/u.exec(rest)?.[0] ?? '';
      // 支部大会@周五: what says which one is never cut off and taken for a reason.
      if (which === '' && /^[@#]/u.test(rest)) return undefined;
      const drop = /^[，,、：:。；;]*/u.exec(rest.slice(which.length))?.[0].length ?? 0;
      return cutToken(tokens, at, front.name.length + which.length, { drop });
    },
  );
}

/** @param end where what was understood as its name ends; what follows is repeated in the lines to copy */
function noActivity(input: WordInput, token: Token, purpose: Purpose, end?: number): WordResult<number> {
  const isLeave = purpose === 'leave';
  const { context, line, tokens, at } = input;
  // /改期 9月19日15:00, /改期 9月19日 15:00: nothing of it is the activity.
  const isAllTime = purpose === 'plan' && isTime(input, at);
  const from = isYes(token, purpose) || isAllTime ? token : tokens[at + 1];
  const behind = from === undefined ? '' : ` ${line.text.slice(from.start)}`;
  const rest = isLeave ? '' : end === undefined || isAllTime ? behind : line.text.slice(end);
  const head = line.text.slice(0, token.start).trimEnd();
  const lines = activityLines(context, head, purpose).map((each) => `${each}${rest}`);
  const text = isLeave || isYes(token, purpose) ? '' : line.text.slice(token.start, end ?? token.end);
  return { kind: 'problem', problem: { code: 'noActivity', text, lines } };
}

/** `/结束 是` answers what was asked: it names no activity. */
const isYes = ({ text }: Token, purpose: Purpose) => purpose === 'register' && text === '是';

function askingIn({ facts, rulebook, now, actor }: WordInput['context']) {
  return { facts, rulebook, now, person: actor?.id ?? null };
}

interface Named {
  readonly fits: (activity: Activity) => boolean;
  readonly next: number;
}

/** 支部大会@11-28, 支部大会 周五, 周五的支部大会, 9月18日: which activities that may be. */
function namedIn(input: WordInput, purpose: Purpose): Named | undefined {
  const { tokens, at, end } = input;
  const token = tokens[at];
  if (token === undefined) return undefined;
  const kind = fitOf(input, token);
  if (kind !== undefined) {
    const number = at + 1 < end ? numberSuffix.exec(tokens[at + 1]?.text ?? '') : null;
    if (number !== null && !/[@#]/u.test(token.text))
      return { fits: (one) => kind(one) && one.id === Number(number[1]), next: at + 2 };
    const isNewTime = purpose === 'plan' && at + 2 < end && isTime(input, at + 1);
    const day = at + 1 < end && !isNewTime ? dayIn(input, tokens[at + 1]?.text ?? '') : undefined;
    return day === undefined
      ? { fits: kind, next: at + 1 }
      : { fits: (one) => kind(one) && isOn(one, day), next: at + 2 };
  }
  const bracketed = inBrackets(input, token);
  if (bracketed !== undefined) return bracketed;
  for (let length = token.text.length; length > 0; length -= 1) {
    const day = dayIn(input, token.text.slice(0, length));
    if (day === undefined) continue;
    const rest = token.text.slice(length).replace(/^的/u, '');
    const behind = rest === '' ? tokens[at + 1] : { ...token, text: rest };
    const called = behind === undefined || (rest === '' && at + 1 >= end) ? undefined : fitOf(input, behind);
    if (called !== undefined)
      return { fits: (one) => called(one) && isOn(one, day), next: rest === '' ? at + 2 : at + 1 };
    return rest === '' ? { fits: (one) => isOn(one, day), next: at + 1 } : undefined;
  }
  return undefined;
}

/** 支部大会 9月17日 14:30: the day belongs to the time behind it, where nothing else is left to be one. */
function isTime({ context, line, tokens, end }: WordInput, from: number): boolean {
  const [first, last] = [tokens[from], tokens[end - 1]];
  if (first === undefined || last === undefined || from >= end) return false;
  return readDateTime(line.text.slice(first.start, last.end), context.now, 'coming').kind === 'read';
}

/** 支部大会（9月18日 周五）, as the bot writes it. */
function inBrackets(input: WordInput, token: Token): Named | undefined {
  const { context, line, tokens, at, end } = input;
  const open = /[（(]/u.exec(token.text)?.index ?? 0;
  const last = tokens.findIndex(({ text }, index) => index >= at && index < end && /[）)]$/u.test(text));
  const kind = open === 0 ? undefined : fitOf(input, { ...token, text: token.text.slice(0, open) });
  const behind = tokens[last];
  if (kind === undefined || behind === undefined) return undefined;
  const inside = line.text.slice(token.start + open + 1, behind.end - 1);
  const time = readDateTime(inside, context.now, 'coming');
  const day = dayIn(input, inside) ?? (time.kind === 'read' ? time.value.slice(0, 10) : undefined);
  return day === undefined ? undefined : { fits: (one) => kind(one) && isOn(one, day), next: last + 1 };
}

function dayIn({ context }: WordInput, text: string): string | undefined {
  const reading = readDate(text.replace(/的$/u, ''), context.today, 'coming');
  return reading.kind === 'read' ? reading.value : undefined;
}

const isOn = ({ at }: Activity, day: string) => at.startsWith(day);

/** The only activity that the speaker can mean without naming it; several are asked about. */
function leftOut(input: WordInput, purpose: Purpose): WordResult<number> | undefined {
  const { context, line, tokens, at } = input;
  const { facts, rulebook, now, today } = context;
  const open = announcedIn(facts);
  const token = at < input.end ? tokens[at] : undefined;
  // A misspelt name is not a reason.
  const misspelt = (one: Token) =>
    purpose !== 'leave' || one.glued === true || isNearKind(rulebook, one.text);
  if (token !== undefined && !isYes(token, purpose) && misspelt(token)) return undefined;
  const own = (one: Activity) => context.actor !== null && isDueAt(facts, one, context.actor.id);
  const possible =
    purpose === 'leave'
      ? open.filter((one) => one.at > now && own(one))
      : purpose === 'register'
        ? open.filter((one) => isOn(one, today))
        : [];
  const [only, ...others] = possible.sort((one, other) => (one.at < other.at ? -1 : 1));
  if (only === undefined) return undefined;
  if (others.length === 0) return { kind: 'taken', value: only.id, next: at };
  const head = `/${line.name}`;
  const rest = line.text.slice(head.length);
  const dayOf = ({ at: instant }: Activity) =>
    rest.trim() === '' ? `（${spacedDate(instant.slice(0, 10), today)}）` : '';
  const lines = possible.map((one) => `${head} ${referenceTo(facts, one, rulebook)}${dayOf(one)}${rest}`);
  return {
    kind: 'problem',
    problem: {
      code: 'whichActivity',
      label: '',
      more: false,
      twins: [],
      reason: purpose === 'leave' && token !== undefined,
      lines,
    },
  };
}

function isNearKind({ activities }: Rulebook, text: string): boolean {
  return activities.kinds
    .flatMap(({ label, aliases }) => [label, ...aliases])
    .some((name) =>
      name.length > 2
        ? distance(name, text) <= 1 || text.startsWith(name)
        : name.length === 2 && soundOf(name) === soundOf(text),
    );
}

function fitOf({ context }: WordInput, { text }: Token): ((activity: Activity) => boolean) | undefined {
  const bare = numberSuffix.exec(text);
  if (bare !== null) return ({ id }) => id === Number(bare[1]);
  const [called = ''] = text.split(/[@#]/u);
  const kind = kindCalled(context.rulebook, called);
  if (kind === undefined) return undefined;
  const rest = text.slice(called.length);
  const number = numberSuffix.exec(rest);
  if (number !== null) return (activity) => activity.kind === kind.id && activity.id === Number(number[1]);
  if (rest === '') return (activity) => activity.kind === kind.id;
  const day = daySuffix.exec(rest);
  if (day === null) return undefined;
  const [, year, month = '', date = '', hour, minute = ''] = day;
  const time = hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
  const monthDay = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return (activity) =>
    activity.kind === kind.id &&
    activity.at.slice(5, 10) === monthDay &&
    (year === undefined || activity.at.startsWith(year)) &&
    (time === undefined || activity.at.slice(11, 16) === time);
}

function whichOf(
  { context, line, tokens, at, end }: WordInput,
  token: Token,
  found: readonly Activity[],
  discreet: boolean,
): WordResult<number> {
  const kinds = context.rulebook.activities.kinds;
  const labelOf = (activity: Activity) => kinds.find(({ id }) => id === activity.kind)?.label ?? '';
  const labels = [...new Set(found.map(labelOf))];
  const alike = labels.length === 1;
  const days = found.map((activity) => activity.at.slice(0, 10));
  const shared = alike && new Set(days).size < days.length;
  const twins = alike && new Set(found.map(({ at: instant }) => instant)).size < found.length;
  const more = discreet && at + 1 < Math.max(end, tokens.length);
  const shown = more ? { ...line, text: line.text.slice(0, token.end) } : line;
  const lines = found.map((one) =>
    rewrite(shown, token, twins ? `${labelOf(one)}#${one.id}` : dayReference(labelOf(one), one.at, shared)),
  );
  const label = alike ? (labels[0] ?? '') : '';
  const twinsTold = twins ? found : [];
  return {
    kind: 'problem',
    problem: { code: 'whichActivity', label, more, twins: twinsTold, reason: false, lines },
  };
}
