/**
 * Reads dates and times as an office types them. The libraries that were tried silently take the part
 * that they know and drop the rest ("28号下午3点" becomes today); here a text is read whole, or the
 * answer says what is unclear. Nothing is guessed.
 */
import { addDays, addMinutes, dateOf } from '../../../domain/period/civil.js';
import type { CivilDate, CivilTime } from '../../../domain/period/civil.js';
import { minutesMeant } from './clock.js';
import { resolveDays } from './day.js';
import { parseWritten } from './grammar.js';
import type { Written, WrittenTime } from './grammar.js';
import type { DateReading, DateTimeReading, Direction, NoSuchDay } from './reading.js';
import { tokenize } from './tokens.js';

/** A day without a time. A date without year is the latest past or the next coming one; today counts. */
export function readDate(text: string, today: CivilDate, direction: Direction): DateReading {
  const written = writtenIn(text, today);
  if (written === undefined || written.time !== undefined) return { kind: 'notADate' };
  return resolveDays(written.days, { today, direction, todayCounts: true });
}

/**
 * A day with a clock time. A time alone is asked about (today or the next day); a day alone is
 * `timeMissing`.
 */
export function readDateTime(text: string, now: CivilTime, direction: Direction): DateTimeReading {
  const today = dateOf(now);
  const written = writtenIn(text, today);
  if (written === undefined) return { kind: 'notADate' };
  const { days, time } = written;
  if (time?.kind === 'clock') return instantMeant(days, time, now, direction);
  if (days.length === 0) return { kind: 'notADate' };
  const day = resolveDays(days, { today, direction, todayCounts: true });
  if (day.kind === 'noSuchDay') return day;
  // A doubtful day is returned as written; with its time it will be asked about.
  const date = day.kind === 'read' ? day.value : day.candidates[0];
  return date === undefined ? { kind: 'notADate' } : { kind: 'timeMissing', date };
}

/**
 * For commands in which words follow the date: the most tokens, at most four, that together are a date
 * or have a definite problem as one. `used` is 0 when not even the first is.
 */
export function longestDateTimePrefix(
  tokens: readonly string[],
  now: CivilTime,
  direction: Direction,
): { readonly reading: DateTimeReading; readonly used: number } {
  for (let used = Math.min(4, tokens.length); used > 0; used -= 1) {
    const reading = readDateTime(tokens.slice(0, used).join(' '), now, direction);
    if (reading.kind !== 'notADate') return { reading, used };
  }
  return { reading: { kind: 'notADate' }, used: 0 };
}

function writtenIn(text: string, today: CivilDate): Written | undefined {
  const tokens = tokenize(text);
  return tokens === undefined ? undefined : parseWritten(tokens, today);
}

/** Every time that may be meant on every day that may be meant; read when that is one instant for certain. */
function instantMeant(
  days: Written['days'],
  time: WrittenTime & { readonly kind: 'clock' },
  now: CivilTime,
  direction: Direction,
): DateTimeReading {
  const today = dateOf(now);
  const isOnSide = (instant: CivilTime): boolean => (direction === 'coming' ? instant > now : instant <= now);
  const minutes = minutesMeant(time);
  let certain = minutes.length === 1;
  const instants = new Set<CivilTime>();
  // Even without a time, a day that does not exist is reported first.
  for (const minute of minutes.length > 0 ? minutes : [0]) {
    const day = dayMeant(days, { today, direction, todayCounts: isOnSide(at(today, minute)) });
    if (day.kind === 'noSuchDay') return day;
    certain &&= day.certain;
    for (const date of day.dates) instants.add(at(date, minute));
  }
  if (minutes.length === 0) return { kind: 'noSuchTime' };
  const [first] = instants;
  if (certain && first !== undefined) return { kind: 'read', value: first };
  const likely = [...instants].filter(isOnSide);
  return { kind: 'ask', candidates: likely.length > 0 ? likely : [...instants] };
}

function dayMeant(
  days: Written['days'],
  context: Parameters<typeof resolveDays>[1],
): NoSuchDay | { kind: 'days'; dates: readonly CivilDate[]; certain: boolean } {
  const { today, direction } = context;
  if (days.length === 0) {
    return { kind: 'days', dates: [today, addDays(today, direction === 'coming' ? 1 : -1)], certain: false };
  }
  const reading = resolveDays(days, context);
  switch (reading.kind) {
    case 'noSuchDay':
      return reading;
    case 'read':
      return { kind: 'days', dates: [reading.value], certain: true };
    case 'ask':
      return { kind: 'days', dates: reading.candidates, certain: false };
  }
}

function at(date: CivilDate, minute: number): CivilTime {
  return addMinutes(`${date}T00:00:00`, minute);
}
