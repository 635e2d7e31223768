/**
 * What came of reading a date. A text is understood whole or asked about: `read` means that every
 * character had its place and only one day or instant fits.
 */
import type { CivilDate, CivilTime } from '../../../domain/period/civil.js';
import type { Quarter } from '../../../domain/period/months.js';

/** Deeds lie in the past, activities ahead: where the year or month is left out, this fills it in. */
export type Direction = 'past' | 'coming';

export interface Read<T> {
  readonly kind: 'read';
  readonly value: T;
}

/** 30 February; 29 February of 2027, then with the year that decides it; "32号", then without a month. */
export interface NoSuchDay {
  readonly kind: 'noSuchDay';
  readonly year?: number;
  readonly month?: number;
  readonly day: number;
}

/** A clock time that no day has: 25:00, 15:75, three in the afternoon "in the forenoon". */
interface NoSuchTime {
  readonly kind: 'noSuchTime';
}

/** A day without a clock time where one is needed. */
interface TimeMissing {
  readonly kind: 'timeMissing';
  readonly date: CivilDate;
}

/** Understood but uncertain: at least one candidate, the most literal first. */
export interface Ask<T> {
  readonly kind: 'ask';
  readonly candidates: readonly T[];
}

interface NotADate {
  readonly kind: 'notADate';
}

export type DateReading = Read<CivilDate> | NoSuchDay | Ask<CivilDate> | NotADate;
export type DateTimeReading =
  | Read<CivilTime>
  | NoSuchDay
  | NoSuchTime
  | TimeMissing
  | Ask<CivilTime>
  | NotADate;
/** The value is `YYYY-MM`. */
export type MonthReading = Read<string> | Ask<string> | NotADate;
export type QuarterReading = Read<Quarter> | NotADate;
