/** What a line says of an activity: its kind, its day, its number. */
import { distance } from 'fastest-levenshtein';
import type { Purpose } from '../../../domain/attendance/references.js';
import type { Activity } from '../../../domain/attendance/rows.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import type { WordInput } from '../../define.js';
import { movedTo } from '../dates/date-words.js';
import { longestDateTimePrefix, readDate, readDateTime } from '../dates/text.js';
import type { Token } from '../line.js';
import { soundOf } from '../people/near.js';
import { kindCalled } from './kinds.js';

/** 支部大会#12, #12: the short number of an activity. */
const numberSuffix = /^#(\d{1,9})$/u;
/** 支部大会@11-28, 支部大会@2026-11-28, 支部大会@11-28-15:00 */
const daySuffix = /^@(?:(20\d\d)-)?(\d{1,2})-(\d{1,2})(?:-(\d{1,2})[:\uff1a](\d\d))?$/u;

interface Named {
  readonly fits: (activity: Activity) => boolean;
  readonly next: number;
}

/** 支部大会@11-28, 支部大会 周五, 周五的支部大会, 9月18日: which activities that may be. */
export function namedIn(input: WordInput, purpose: Purpose): Named | undefined {
  const { tokens, at, end } = input;
  const token = tokens[at];
  // /改期 9月19日 15:00: where all of it is the new time, none of it says which activity.
  if (token === undefined || (isPlanning(purpose) && isTime(input, at))) return undefined;
  const kind = fitOf(input, token);
  if (kind !== undefined) {
    const number = at + 1 < end ? numberSuffix.exec(tokens[at + 1]?.text ?? '') : null;
    if (number !== null && !/[@#]/u.test(token.text))
      return { fits: (one) => kind(one) && one.id === Number(number[1]), next: at + 2 };
    const isNewTime =
      (isPlanning(purpose) && at + 2 < end && isTime(input, at + 1)) ||
      (purpose === 'move' && beginsTime(input, at + 1));
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
    const rest = token.text.slice(length).replace(anyActivity, '').replace(/^的/u, '');
    const behind = rest === '' ? tokens[at + 1] : { ...token, text: rest };
    const called = behind === undefined || (rest === '' && at + 1 >= end) ? undefined : fitOf(input, behind);
    if (called !== undefined)
      return { fits: (one) => called(one) && isOn(one, day), next: rest === '' ? at + 2 : at + 1 };
    if (rest !== '') return undefined;
    // 11月23日 周一
    const isTold = at + 1 < end && dayIn(input, `${token.text} ${tokens[at + 1]?.text ?? ''}`) === day;
    return { fits: (one) => isOn(one, day), next: isTold ? at + 2 : at + 1 };
  }
  return undefined;
}

/** 周五的会, 周五会: the day alone says which. */
const anyActivity = /^的?(?:会议?|活动)$/u;

export const isPlanning = (purpose: Purpose) => purpose === 'plan' || purpose === 'move';

/** 支部大会 周五, 党课 下周一 9:30 二楼: a day alone is the new one too, and what follows a time is no part of it. */
function beginsTime({ context, tokens, end }: WordInput, from: number): boolean {
  const texts = tokens.slice(from, end).map(({ text }) => text.replace(movedTo, ''));
  const { reading, used } = longestDateTimePrefix(texts, context.now, 'coming');
  return reading.kind === 'read' || (reading.kind === 'timeMissing' && used === texts.length);
}

/** 支部大会 9月17日 14:30: the day belongs to the time behind it, where nothing else is left to be one. */
export function isTime({ context, line, tokens, end }: WordInput, from: number): boolean {
  const [first, last] = [tokens[from], tokens[end - 1]];
  if (first === undefined || last === undefined || from >= end) return false;
  const text = line.text.slice(first.start, last.end).replace(movedTo, '');
  return readDateTime(text, context.now, 'coming').kind === 'read';
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

export function dayIn({ context }: WordInput, text: string): string | undefined {
  const reading = readDate(text.replace(/的$/u, ''), context.today, 'coming');
  return reading.kind === 'read' ? reading.value : undefined;
}

export const isOn = ({ at }: Activity, day: string) => at.startsWith(day);

/** 党客, 茶话会, 11月17日 */
export function mayBeName(input: WordInput, token: Token): boolean {
  const { text } = token;
  return (
    isNearKind(input.context.rulebook, text) ||
    dayIn(input, text) !== undefined ||
    /[@#]|^\p{Script=Han}{1,8}(?:会|课|日|活动|学习|培训)$/u.test(text)
  );
}

export function isNearKind({ activities }: Rulebook, text: string): boolean {
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
