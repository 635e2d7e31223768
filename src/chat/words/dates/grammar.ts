/**
 * The written forms of a day and of a clock time. A form is a line of slots and marks; a text is
 * understood only when day, weekday and time together use up all of its tokens.
 */
import { addMonths, monthOf, yearOf } from '../../../domain/period/civil.js';
import type { CivilDate, Weekday } from '../../../domain/period/civil.js';
import type { DayPart, Token } from './tokens.js';

/** A day of the calendar, as far as it was written out. */
export interface CalendarDay {
  readonly kind: 'calendar';
  readonly year?: number;
  readonly month?: number;
  readonly day: number;
  /** Written with a year of two digits: to be asked about. */
  readonly doubtful: boolean;
}

export type WrittenDay =
  | CalendarDay
  | { readonly kind: 'relative'; readonly days: number }
  | { readonly kind: 'weekday'; readonly weekday: Weekday; readonly weeks?: number };

export type WrittenTime =
  | { readonly kind: 'partOnly'; readonly part: DayPart }
  | {
      readonly kind: 'clock';
      readonly part?: DayPart;
      /** Written 15:00 and not 15点, hence on the clock of 24 hours. */
      readonly colon: boolean;
      readonly hour: number;
      readonly minute: number;
    };

/** No day, one, or two that should be the same: 11月28日(周六). Day and time are not both missing. */
export interface Written {
  readonly days: readonly WrittenDay[];
  readonly time?: WrittenTime;
}

type Slot = 'Y' | 'y' | 'J' | 'L' | 'M' | 'D' | 'E' | 'H' | 'm' | 'n' | 'k' | 'Q';
export type Slots = Partial<Record<Slot, number>>;

/** What may stand in a slot of a form, and the number it means. */
const slots: Readonly<Record<Slot, (token: Token) => number | undefined>> = {
  /** A year in full. */
  Y: (token) => (isNumber(token, 4) && inReach(token.value) ? token.value : undefined),
  /** A year of two digits. */
  y: (token) => (isNumber(token, 2) && token.digits ? 2000 + token.value : undefined),
  /** 去年: years from this one. */
  J: (token) => (token.kind === 'year' ? token.years : undefined),
  /** 下月: months from this one. */
  L: (token) => (token.kind === 'month' ? token.months : undefined),
  M: small,
  D: small,
  /** All of a date in eight digits. */
  E: (token) => (isNumber(token, 8) && inReach(Math.floor(token.value / 10_000)) ? token.value : undefined),
  H: small,
  /** A minute that nothing follows: at least two wide, for 3点5 may be five past or ten to. */
  m: (token) => (token.kind === 'number' && token.width >= 2 ? small(token) : undefined),
  /** A minute before 分. */
  n: small,
  /** Quarters of an hour. */
  k: (token) => (isNumber(token, 1) && (token.value === 1 || token.value === 3) ? token.value : undefined),
  /** A quarter of the year. */
  Q: (token) => (isNumber(token, 1) && token.value >= 1 && token.value <= 4 ? token.value : undefined),
};

/** Longer forms come before their own beginnings. */
const dayForms = [
  ...['Y年M月D日', 'y年M月D日', 'JM月D日', 'LD日', 'M月D日', 'D日'],
  ...['Y年M月D', 'y年M月D', 'JM月D', 'M月D'],
  ...['Y-M-D', 'Y/M/D', 'Y.M.D', 'M-D', 'M/D', 'M.D', 'E'],
];
const timeForms = ['H:m', 'H点n分', 'H点k刻', 'H点半', 'H整', 'H点m', 'H点'];

/** The text as day and time, or undefined when a token is left over. `today` tells 今年 and 本月. */
export function parseWritten(tokens: readonly Token[], today: CivilDate): Written | undefined {
  const { days, next } = daysFrom(tokens, today);
  if (next === tokens.length) return days.length === 0 ? undefined : { days };
  const time = timeFrom(tokens, next);
  return time === undefined ? undefined : { days, time };
}

/** The numbers of the form when the tokens from `at` on begin with it. `next` is the first token after it. */
export function matchForm(
  form: string,
  tokens: readonly Token[],
  at: number,
): { found: Slots; next: number } | undefined {
  const found: Slots = {};
  let next = at;
  for (const sign of form) {
    const token = tokens[next];
    if (token === undefined) return undefined;
    if (isSlot(sign)) {
      const value = slots[sign](token);
      if (value === undefined) return undefined;
      found[sign] = value;
    } else if (token.kind !== 'mark' || token.mark !== sign) return undefined;
    next += 1;
  }
  return { found, next };
}

function daysFrom(tokens: readonly Token[], today: CivilDate): { days: WrittenDay[]; next: number } {
  const first = dayFrom(tokens, 0, today);
  if (first === undefined) return { days: [], next: 0 };
  const bracket = isMark(tokens[first.next], '(');
  const second = dayFrom(tokens, first.next + (bracket ? 1 : 0), today);
  if (second === undefined) return { days: [first.day], next: first.next };
  if (bracket) {
    const closed = isMark(tokens[second.next], ')');
    return { days: [first.day, second.day], next: closed ? second.next + 1 : first.next };
  }
  // Two days may stand together only if they say it in two ways: 周六11月28日, not 11月28日29日.
  if (second.day.kind === first.day.kind) return { days: [first.day], next: first.next };
  return { days: [first.day, second.day], next: second.next };
}

function dayFrom(
  tokens: readonly Token[],
  at: number,
  today: CivilDate,
): { day: WrittenDay; next: number } | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'day') return { day: { kind: 'relative', days: token.days }, next: at + 1 };
  if (token.kind === 'week') {
    const { weekday, weeks } = token;
    return { day: { kind: 'weekday', weekday, ...(weeks === undefined ? {} : { weeks }) }, next: at + 1 };
  }
  for (const form of dayForms) {
    const match = matchForm(form, tokens, at);
    if (match !== undefined) return { day: calendarDay(match.found, today), next: match.next };
  }
  return undefined;
}

function calendarDay({ Y, y, J, L, M, D = 0, E }: Slots, today: CivilDate): CalendarDay {
  const kind = 'calendar';
  if (E !== undefined) {
    return {
      kind,
      year: Math.floor(E / 10_000),
      month: Math.floor(E / 100) % 100,
      day: E % 100,
      doubtful: false,
    };
  }
  if (L !== undefined) {
    const month = addMonths(today, L);
    return { kind, year: yearOf(month), month: monthOf(month), day: D, doubtful: false };
  }
  const year = Y ?? y ?? (J === undefined ? undefined : yearOf(today) + J);
  return {
    kind,
    ...(year === undefined ? {} : { year }),
    ...(M === undefined ? {} : { month: M }),
    day: D,
    doubtful: y !== undefined,
  };
}

/** The clock time that the tokens from `at` to the end are. */
function timeFrom(tokens: readonly Token[], at: number): WrittenTime | undefined {
  const token = tokens[at];
  const part = token?.kind === 'part' ? token.part : undefined;
  const start = part === undefined ? at : at + 1;
  if (part !== undefined && start === tokens.length) return { kind: 'partOnly', part };
  for (const form of timeForms) {
    const match = matchForm(form, tokens, start);
    if (match?.next !== tokens.length) continue;
    const { H: hour = 0, m, n, k } = match.found;
    const minute = form === 'H点半' ? 30 : (m ?? n ?? (k ?? 0) * 15);
    return { kind: 'clock', ...(part === undefined ? {} : { part }), colon: form === 'H:m', hour, minute };
  }
  return undefined;
}

function isSlot(sign: string): sign is Slot {
  return sign in slots;
}

function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === 'mark' && token.mark === mark;
}

function isNumber(token: Token, width: number): token is Token & { kind: 'number' } {
  return token.kind === 'number' && token.width === width;
}

/** Numbers of one or two digits, or in Chinese up to 九十九. */
function small(token: Token): number | undefined {
  if (token.kind !== 'number' || token.value > 99 || (token.digits && token.width > 2)) return undefined;
  return token.value;
}

/** Years that a branch writes; anything else in four digits is no year. */
function inReach(year: number): boolean {
  return year >= 1900 && year < 2200;
}
