/** Working days out of the package `chinese-days`, whose data follow the notices of the State Council. */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { weekdayOf, yearOf } from '../domain/period/civil.ts';
import type { CivilDate } from '../domain/period/civil.ts';
import type { WorkingDays } from '../domain/period/working-days.ts';

/**
 * The data file of the package. Its functions take dates apart in the time zone of the machine, and
 * west of Greenwich they miss by a day, so they are not called. Keys are `YYYY-MM-DD`; `workdays` are
 * the Saturdays and Sundays to be worked, `holidays` include weekends within a holiday.
 */
const announcedDays = z.object({
  holidays: z.record(z.iso.date(), z.string()),
  workdays: z.record(z.iso.date(), z.string()),
});

/** Holidays that fall on the same day each year: what is certain before the notice for a year is out. */
const fixedHolidays: ReadonlySet<string> = new Set(['01-01', '05-01', '10-01', '10-02', '10-03']);

/**
 * Knows the years that the installed `chinese-days` knows (2004 to 2026 with 1.5.7; a newer one knows
 * more by itself). For any other year: Monday to Friday without the fixed holidays.
 */
export function chineseWorkingDays(): WorkingDays {
  const load = createRequire(import.meta.url);
  const { holidays, workdays } = announcedDays.parse(load('chinese-days/dist/chinese-days.json'));
  // A notice about January may name days of the December before; a year is known when its own October is.
  const known = new Set(
    Object.keys(holidays)
      .filter((date) => date.endsWith('-10-01'))
      .map(yearOf),
  );
  const knows = (year: number): boolean => known.has(year);
  return {
    knows,
    isWorkingDay: (date) => {
      if (!knows(yearOf(date))) return isWeekday(date) && !fixedHolidays.has(date.slice(5));
      return date in workdays || (isWeekday(date) && !(date in holidays));
    },
  };
}

function isWeekday(date: CivilDate): boolean {
  return weekdayOf(date) <= 5;
}
