/** Moments of a year that several pushes share, for `dueIn`. */
import { addDays, dateOf, yearOf, type CivilDate, type CivilTime } from '../domain/period/civil.js';
import { dayIn, firstDayOf, monthNamed, type Month } from '../domain/period/months.js';
import { nextWorkingDay } from '../domain/period/working-days.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import { onceAYear, type Calendar, type Moment } from './push.js';

/** When a day's digest goes out, and anything else that begins a day. */
export function morningOf(day: CivilDate, { pushes }: Rulebook): CivilTime {
  return `${day}T${pushes.digestTime}:00`;
}

/** Half past ten: after the day's publication and digest, so that people read one thing at a time. */
export function lateMorningOf(day: CivilDate): CivilTime {
  return `${day}T10:30:00`;
}

/** The first working day of a month. */
export function openingOf(month: Month, { workingDays }: Calendar): CivilTime {
  return lateMorningOf(nextWorkingDay(workingDays, firstDayOf(month)));
}

export function monthsOf(year: number): readonly Month[] {
  return Array.from({ length: 12 }, (_, index) => monthNamed(year, index + 1));
}

/** The first instant of a month: where what was worth saying in the one before ends. */
export function midnightOf(month: Month): CivilTime {
  return `${firstDayOf(month)}T00:00:00`;
}

/** What each morning repeats is of no use on the next: it would be said twice within the hour. */
export function endOfDay({ due }: Moment): CivilTime {
  return `${addDays(dateOf(due), 1)}T00:00:00`;
}

interface Morning extends Moment {
  /** The morning of the next working day. */
  readonly next: CivilTime;
}

/** The morning of each working day. */
export const mornings = onceAYear((year, { rulebook, workingDays }): readonly Morning[] => {
  const days: CivilDate[] = [];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1))
    if (workingDays.isWorkingDay(day)) days.push(day);
  const after = nextWorkingDay(workingDays, `${year + 1}-01-01`);
  return days.map((day, at) => ({
    due: morningOf(day, rulebook),
    next: morningOf(days[at + 1] ?? after, rulebook),
  }));
});

export interface Monthly extends Moment {
  readonly month: Month;
}

/** One morning each month, even on a free day. `dayOf`: day of the month, 1 to 28; `later`: days after it. */
export function monthly(
  dayOf: (rulebook: Rulebook) => number,
  later = 0,
): (year: number, calendar: Calendar) => readonly Monthly[] {
  return (year, calendar) =>
    monthsOf(year).map((month) => {
      const day = addDays(dayIn(month, dayOf(calendar.rulebook)), later);
      return { month, due: morningOf(day, calendar.rulebook) };
    });
}
