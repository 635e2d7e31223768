/** Days and times. In chat they carry their weekday, and the year unless it is this one; on paper the year and no weekday. */
import { dateOf, dayOf, monthOf, weekdayOf, yearOf } from '../domain/period/civil.js';
import type { CivilDate, CivilTime } from '../domain/period/civil.js';

/** From Monday on. */
export const weekdayLetters = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** 周六 */
export function weekdayName(date: CivilDate): string {
  return `周${weekdayLetters[weekdayOf(date) - 1] ?? ''}`;
}

/** 11月28日(周六), in another year 2025年11月28日(周五) */
export function fullDate(date: CivilDate, today: CivilDate): string {
  return yearOf(date) === yearOf(today) ? shortDay(date) : dayTitle(date);
}

/** 11月28日(周六)15:00 */
export function fullDateTime(instant: CivilTime, today: CivilDate): string {
  return `${fullDate(dateOf(instant), today)}${instant.slice(11, 16)}`;
}

/** 11月23日 周一, for use inside brackets */
export function spacedDate(date: CivilDate, today: CivilDate): string {
  const year = yearOf(date) === yearOf(today) ? '' : `${yearOf(date)}年`;
  return `${year}${monthAndDay(date)} ${weekdayName(date)}`;
}

/** 2026年11月28日(周六) */
export function dayTitle(date: string): string {
  return `${yearOf(date)}年${shortDay(date)}`;
}

/** 11月28日(周六), where the year is written above */
export function shortDay(date: string): string {
  return `${monthAndDay(date)}（${weekdayName(dateOf(date))}）`;
}

/** 2010年7月1日(周四), or 2010年7月 where a roster knows no more */
export function partyDay(date: string): string {
  return date.length === 'YYYY-MM'.length ? monthTitle(date) : dayTitle(date);
}

/** 2026年11月28日 on paper, or 2010年7月 where a roster knows no more */
export function paperDay(date: string): string {
  return date.length === 'YYYY-MM'.length ? monthTitle(date) : `${yearOf(date)}年${monthAndDay(date)}`;
}

/** 2026年11月28日15:00 on paper */
export function paperTime(instant: string): string {
  return `${paperDay(dateOf(instant))}${instant.slice(11, 16)}`;
}

/** 2010.07.01 in narrow columns and names of files */
export function dottedDay(date: string): string {
  return date.slice(0, 10).replaceAll('-', '.');
}

/** `2026-12` as 2026年12月 */
export function monthTitle(month: string): string {
  return `${yearOf(month)}年${shortMonth(month)}`;
}

/** 12月, where the year is written above */
export function shortMonth(month: string): string {
  return `${monthOf(month)}月`;
}

/** A day that the calendar lacks, as far as it was written: 2027年2月29日, 2月30日, 32日. */
export function missingDayTitle(day: { year?: number; month?: number; day: number }): string {
  const year = day.year === undefined ? '' : `${day.year}年`;
  const month = day.month === undefined ? '' : `${day.month}月`;
  return `${year}${month}${day.day}日`;
}

/** 11月28日 on paper, where the year is written above */
export function monthAndDay(date: string): string {
  return `${monthOf(date)}月${dayOf(date)}日`;
}
