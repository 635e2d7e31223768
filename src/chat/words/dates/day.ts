/** Which day was meant: fills in year, month or week, and compares the two when a day was said twice. */
import {
  addDays,
  addMonths,
  civilDate,
  dayOf,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../../domain/period/civil.js';
import type { CivilDate, Weekday } from '../../../domain/period/civil.js';
import type { CalendarDay, WrittenDay } from './grammar.js';
import type { Ask, Direction, NoSuchDay, Read } from './reading.js';

interface DayContext {
  readonly today: CivilDate;
  readonly direction: Direction;
  /** For a bare weekday that is today's: false when its time of day lies on the wrong side of now. */
  readonly todayCounts: boolean;
}

type DayReading = Read<CivilDate> | Ask<CivilDate> | NoSuchDay;

/** Longest month of any year: what exceeds it is no day at all. */
const leapYear = 2028;

/** The day that one or two written days mean; two that disagree are asked about. */
export function resolveDays(days: readonly WrittenDay[], context: DayContext): DayReading {
  const [main, check] = days.toSorted((a, b) => vagueness(a) - vagueness(b));
  if (main === undefined) throw new Error('resolveDays needs a written day');
  const reading = resolveDay(main, context);
  if (check === undefined || reading.kind === 'noSuchDay') return reading;
  const dates = reading.kind === 'read' ? [reading.value] : reading.candidates;
  const agreeing = dates.filter((date) => agrees(check, date, context));
  if (agreeing.length > 0) return agreeing.length === dates.length ? reading : ask(agreeing);
  const other = alternative(check, dates, context);
  return other.kind === 'noSuchDay' ? other : ask([...dates, ...datesOf(other)]);
}

/** Reads the more complete day first and only compares the other with it. */
function vagueness(day: WrittenDay): number {
  switch (day.kind) {
    case 'relative':
      return 0;
    case 'weekday':
      return day.weeks === undefined ? 2 : 0;
    case 'calendar':
      return 1;
  }
}

function resolveDay(day: WrittenDay, context: DayContext): DayReading {
  const { today } = context;
  switch (day.kind) {
    case 'relative':
      return read(addDays(today, day.days));
    case 'weekday':
      if (day.weeks === undefined) return read(nearestWeekday(day.weekday, context));
      return read(addDays(today, day.weekday - weekdayOf(today) + 7 * day.weeks));
    case 'calendar':
      return resolveCalendarDay(day, context);
  }
}

/** The next such weekday, or the last; today counts unless the time rules it out. */
function nearestWeekday(weekday: Weekday, { today, direction, todayCounts }: DayContext): CivilDate {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (ahead === 0 && todayCounts) return today;
  return addDays(today, direction === 'coming' ? ahead || 7 : ahead - 7);
}

function resolveCalendarDay({ year, month, day, doubtful }: CalendarDay, context: DayContext): DayReading {
  if (month === undefined) return resolveDayOfMonth(day, context);
  if (civilDate(leapYear, month, day) === undefined) {
    return { kind: 'noSuchDay', ...(year === undefined ? {} : { year }), month, day };
  }
  const chosen = year ?? yearFor(month, day, context);
  const date = civilDate(chosen, month, day);
  if (date === undefined) return { kind: 'noSuchDay', year: chosen, month, day };
  return doubtful ? ask([date]) : read(date);
}

/** SPEC §2 "which year": the latest past one for deeds, the next coming one for activities; today counts. */
function yearFor(month: number, day: number, { today, direction }: DayContext): number {
  const distance = month * 100 + day - (monthOf(today) * 100 + dayOf(today));
  if (distance === 0) return yearOf(today);
  if (direction === 'coming') return distance > 0 ? yearOf(today) : yearOf(today) + 1;
  return distance < 0 ? yearOf(today) : yearOf(today) - 1;
}

/**
 * "28号" alone: of this month, or of the next (last) one when it has gone by (is to come). Where the
 * month that should have it lacks it, the nearest month that has it is only proposed: on 23 November
 * "31号" may be a slip for the 30th.
 */
function resolveDayOfMonth(day: number, { today, direction }: DayContext): DayReading {
  if (day < 1 || day > 31) return { kind: 'noSuchDay', day };
  const step = direction === 'coming' ? 1 : -1;
  const inThisMonth = (day - dayOf(today)) * step >= 0;
  const first = `${today.slice(0, 8)}01`;
  for (let months = inThisMonth ? 0 : step, lacking = false; ; months += step, lacking = true) {
    const month = addMonths(first, months);
    const date = civilDate(yearOf(month), monthOf(month), day);
    if (date !== undefined) return lacking ? ask([date]) : read(date);
  }
}

/** Whether the second day, as far as it was written out, is this date. */
function agrees(day: WrittenDay, date: CivilDate, context: DayContext): boolean {
  switch (day.kind) {
    case 'calendar':
      return (
        (day.year ?? yearOf(date)) === yearOf(date) &&
        (day.month ?? monthOf(date)) === monthOf(date) &&
        day.day === dayOf(date)
      );
    case 'weekday':
      if (day.weeks === undefined) return day.weekday === weekdayOf(date);
      return datesOf(resolveDay(day, context)).includes(date);
    case 'relative':
      return datesOf(resolveDay(day, context)).includes(date);
  }
}

/** What the second day would mean: for a bare weekday the nearest such day to the first. */
function alternative(day: WrittenDay, dates: readonly CivilDate[], context: DayContext): DayReading {
  const [date] = dates;
  if (day.kind !== 'weekday' || day.weeks !== undefined || date === undefined) {
    return resolveDay(day, context);
  }
  const distance = (day.weekday - weekdayOf(date) + 7) % 7;
  return read(addDays(date, distance > 3 ? distance - 7 : distance));
}

function datesOf(reading: DayReading): readonly CivilDate[] {
  switch (reading.kind) {
    case 'read':
      return [reading.value];
    case 'ask':
      return reading.candidates;
    case 'noSuchDay':
      return [];
  }
}

function read(value: CivilDate): Read<CivilDate> {
  return { kind: 'read', value };
}

function ask(candidates: readonly CivilDate[]): Ask<CivilDate> {
  return { kind: 'ask', candidates: [...new Set(candidates)] };
}
