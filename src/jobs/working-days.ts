/** Working days out of the package `chinese-days`, whose data follow the notices of the State Council, and out of files. */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { addDays, weekdayOf, yearOf, type CivilDate } from '../domain/period/civil.js';
import type { LunarFestival } from '../domain/period/festivals.js';
import type { WorkingDays } from '../domain/period/working-days.js';
import { lunarCalendar } from './lunar-calendar.js';

/**
 * The package's data file. Its functions read dates in the machine's time zone and miss by a day west of Greenwich, so
 * we do not call them. Keys are `YYYY-MM-DD`; `workdays` are the Saturdays and Sundays to be worked, `holidays` include
 * weekends within a holiday.
 */
const announcedDays = z.object({
  holidays: z.record(z.iso.date(), z.string()),
  workdays: z.record(z.iso.date(), z.string()),
});

/** What a notice of the State Council says of a year; it may name days around New Year of its neighbours. */
export interface HolidayYear {
  readonly year: number;
  readonly daysOff: readonly CivilDate[];
  readonly workingWeekends: readonly CivilDate[];
}

/**
 * Knows the years of the installed `chinese-days` (2004 to 2026 with 1.5.7), and those of the files, which outrank it. Any
 * other year: Monday to Friday without the statutory holidays.
 */
export function chineseWorkingDays(files: readonly HolidayYear[] = []): WorkingDays {
  const load = createRequire(import.meta.url);
  const { holidays, workdays } = announcedDays.parse(load('chinese-days/dist/chinese-days.json'));
  const ofFiles = new Set(files.map(({ year }) => year));
  const working = new Map([
    ...files.flatMap(({ daysOff }) => daysOff.map((date) => [date, false] as const)),
    ...files.flatMap(({ workingWeekends }) => workingWeekends.map((date) => [date, true] as const)),
  ]);
  // A notice about January may name days in December; a year is known once its own October is.
  const known = new Set(
    Object.keys(holidays)
      .filter((date) => date.endsWith('-10-01'))
      .map(yearOf),
  );
  const statutory = new Map<number, ReadonlySet<CivilDate>>();
  const isStatutory = (date: CivilDate): boolean => {
    const year = yearOf(date);
    const days = statutory.get(year) ?? statutoryHolidays(year);
    statutory.set(year, days);
    return days.has(date);
  };
  return {
    knows: (year) => ofFiles.has(year) || known.has(year),
    isWorkingDay: (date) => {
      const said = working.get(date);
      if (said !== undefined) return said;
      const year = yearOf(date);
      if (ofFiles.has(year)) return isWeekday(date);
      if (!known.has(year)) return isWeekday(date) && !isStatutory(date);
      return date in workdays || (isWeekday(date) && !(date in holidays));
    },
  };
}

/**
 * 《全国年节及纪念日放假办法》 as revised in 2024: 元旦, 春节 from its eve to the third day, 清明, 五一 two days, 端午, 中秋, 国庆 three
 * days. All that is certain before the year's notice is out: bridging days and worked weekends are not.
 */
function statutoryHolidays(year: number): ReadonlySet<CivilDate> {
  const lunar = (festival: LunarFestival, ...shifts: readonly number[]): readonly CivilDate[] => {
    const day = lunarCalendar.dayOf(festival, year);
    return day === undefined ? [] : shifts.map((shift) => addDays(day, shift));
  };
  return new Set([
    ...['01-01', `04-0${qingming(year)}`, '05-01', '05-02', '10-01', '10-02', '10-03'].map(
      (day) => `${year}-${day}`,
    ),
    ...lunar('springFestival', -1, 0, 1, 2),
    ...lunar('dragonBoat', 0),
    ...lunar('midAutumn', 0),
  ]);
}

/** The day in April on which 清明 falls, 4 or 5, by the usual formula for this century. */
function qingming(year: number): number {
  const ofCentury = year % 100;
  return Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4);
}

function isWeekday(date: CivilDate): boolean {
  return weekdayOf(date) <= 5;
}
