/** Working days out of the package `chinese-days`, whose data follow the notices of the State Council. */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { weekdayOf, yearOf } from '../domain/period/civil.js';
import type { CivilDate } from '../domain/period/civil.js';
import type { WorkingDays } from '../domain/period/working-days.js';

/**
 * The package's data file. Its functions read dates in the machine's time zone and miss by a day west of Greenwich, so
 * we do not call them. Keys are `YYYY-MM-DD`; `workdays` are the Saturdays and Sundays to be worked, `holidays` include
 * weekends within a holiday.
 */
const announcedDays = z.object({
  holidays: z.record(z.iso.date(), z.string()),
  workdays: z.record(z.iso.date(), z.string()),
});

/** Holidays with a fixed date: all that is certain before the year's notice is out. */
const fixedHolidays: ReadonlySet<string> = new Set(['01-01', '05-01', '10-01', '10-02', '10-03']);

/**
 * Knows the years of the installed `chinese-days` (2004 to 2026 with 1.5.7). Any other year: Monday to Friday without
 * the fixed holidays.
 */
export function chineseWorkingDays(): WorkingDays {
  const load = createRequire(import.meta.url);
  const { holidays, workdays } = announcedDays.parse(load('chinese-days/dist/chinese-days.json'));
  // A notice about January may name days in December; a year is known once its own October is.
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
