import { Temporal } from 'temporal-polyfill';

interface Dated {
  readonly id: number;
  readonly on: CivilDate;
}

/** Orders by day; within a day the latest entry comes last. */
export function byDay(one: Dated, other: Dated): number {
  if (one.on === other.on) return one.id - other.id;
  return one.on < other.on ? -1 : 1;
}

interface Timed {
  readonly id: number;
  readonly at: CivilTime;
}

/** Orders by time; at one instant the latest entry comes last. */
export function byTime(one: Timed, other: Timed): number {
  if (one.at === other.at) return one.id - other.id;
  return one.at < other.at ? -1 : 1;
}

/**
 * Dates and instants as the branch writes them: civil strings of Asia/Shanghai, where every day has
 * 24 hours (no summer time since 1991). They sort as the days do, so `<` compares them.
 */

/** A day, `YYYY-MM-DD`. */
export type CivilDate = string;

/** An instant to the second, `YYYY-MM-DDTHH:MM:SS`. */
export type CivilTime = string;

/** Monday is 1, Sunday is 7, as GB/T 7408 (ISO 8601) counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A stretch of days. First and last both belong to it. */
export interface Days {
  readonly first: CivilDate;
  readonly last: CivilDate;
}

export function isIn({ first, last }: Days, day: CivilDate): boolean {
  return day >= first && day <= last;
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day with these numbers, or undefined when the calendar has none (30 February). */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (monthDays[month - 1] ?? 0);
  const padded = (value: number, digits: number) => String(value).padStart(digits, '0');
  return day > days ? undefined : `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** Reads an instant as well. */
export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** 1 to 12; reads an instant as well. */
export function monthOf(date: CivilDate): number {
  return Number(date.slice(5, 7));
}

/** Day of the month, 1 to 31; reads an instant as well. */
export function dayOf(date: CivilDate): number {
  return Number(date.slice(8, 10));
}

/** The day on which an instant falls. */
export function dateOf(instant: CivilTime): CivilDate {
  return instant.slice(0, 10);
}

/** Days that lie before the month in a leap year or not, as the rule of Sakamoto counts them. */
const monthShift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** Counted, not asked of a calendar: the clock asks at every commit. */
export function weekdayOf(date: CivilDate): Weekday {
  const month = monthOf(date);
  const year = yearOf(date) - (month < 3 ? 1 : 0);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const sunday = year + leaps + (monthShift[month - 1] ?? 0) + dayOf(date);
  return (((sunday + 6) % 7) + 1) as Weekday;
}

/** `days` may be negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const day = dayOf(date) + days;
  // Most steps stay within a month: no calendar need be asked.
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** `months` may be negative. A day that the target month lacks becomes its last: 31 January + 1 is 28 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Days from `from` to `to`: 1 from today to tomorrow, negative when `to` lies before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** Seconds from `from` to `to`; negative when `to` lies before. */
export function secondsBetween(from: CivilTime, to: CivilTime): number {
  return Temporal.PlainDateTime.from(from).until(to, { largestUnit: 'seconds' }).seconds;
}

/** `minutes` may be negative. */
export function addMinutes(instant: CivilTime, minutes: number): CivilTime {
  return Temporal.PlainDateTime.from(instant).add({ minutes }).toString({ smallestUnit: 'second' });
}

/** `seconds` may be negative. */
export function addSeconds(instant: CivilTime, seconds: number): CivilTime {
  return Temporal.PlainDateTime.from(instant).add({ seconds }).toString({ smallestUnit: 'second' });
}
