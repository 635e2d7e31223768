/** How the bot says days and times: in full with the weekday, and the year when it is not this one. */
import { dateOf, dayOf, monthOf, weekdayOf, yearOf } from '../domain/period/civil.js';
import type { CivilDate, CivilTime } from '../domain/period/civil.js';
import type { Quarter } from '../domain/period/quarter.js';

const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const;
const quarterNames = { 1: '一', 2: '二', 3: '三', 4: '四' } as const;

/** 周六 */
export function weekdayName(date: CivilDate): string {
  return `周${weekdayNames[weekdayOf(date) - 1] ?? ''}`;
}

/** 11月28日(周六), in another year 2025年11月28日(周五) */
export function fullDate(date: CivilDate, today: CivilDate): string {
  return `${dayTitle(date, today)}（${weekdayName(date)}）`;
}

/** 11月28日(周六)15:00 */
export function fullDateTime(instant: CivilTime, today: CivilDate): string {
  return `${fullDate(dateOf(instant), today)}${instant.slice(11, 16)}`;
}

/** 11月23日 周一, for use inside brackets */
export function spacedDate(date: CivilDate, today: CivilDate): string {
  return `${dayTitle(date, today)} ${weekdayName(date)}`;
}

/** `2026-12` as 2026年12月 */
export function monthTitle(month: string): string {
  return `${String(yearOf(month))}年${String(monthOf(month))}月`;
}

/** 2026年三季度 */
export function quarterTitle({ year, quarter }: Quarter): string {
  return `${String(year)}年${quarterNames[quarter]}季度`;
}

/** A day that the calendar lacks, as far as it was written: 2027年2月29日, 2月30日, 32日. */
export function missingDayTitle(day: { year?: number; month?: number; day: number }): string {
  const year = day.year === undefined ? '' : `${String(day.year)}年`;
  const month = day.month === undefined ? '' : `${String(day.month)}月`;
  return `${year}${month}${String(day.day)}日`;
}

function dayTitle(date: CivilDate, today: CivilDate): string {
  const year = yearOf(date) === yearOf(today) ? '' : `${String(yearOf(date))}年`;
  return `${year}${String(monthOf(date))}月${String(dayOf(date))}日`;
}
