import { announceNoticeEnd, announceYearEnd } from '../app/year/clock.js';
import { addDays, dateOf, yearOf } from '../domain/period/civil.js';
import { nextWorkingDay } from '../domain/period/working-days.js';
import { onceAYear } from './by-year.js';
import type { Job, Push } from './job.js';

/** After a month without an answer nobody needs to hear of it as news. */
const worthDays = 31;

/** Last year has ended: on the first working day of this one, at the time of the digest. */
const yearStart = onceAYear((year, { rulebook, workingDays }): Job => {
  const { digestTime } = rulebook.pushes;
  const first = `${year}-01-01`;
  return {
    kind: 'year-start',
    subject: String(year - 1),
    due: `${nextWorkingDay(workingDays, first)}T${digestTime}:00`,
    worthUntil: `${addDays(first, worthDays)}T${digestTime}:00`,
    intent: announceYearEnd.intent({ year: year - 1 }),
  };
});

const yearStarts: Push = (from, to, known) => {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
  return years.map((year) => yearStart(year, known)).filter(({ due }) => due > from && due <= to);
};

/** The working day after the last day of a notice of the year's results; several that end together are one. */
const noticeEnds: Push = (from, to, { facts, rulebook, workingDays }) => {
  const { digestTime } = rulebook.pushes;
  const posted = facts.all('yearStep').flatMap(({ year, data }) => {
    const isNotice = data.step === 'notice' || data.step === 'memberNotice';
    return isNotice ? [{ year, until: data.until }] : [];
  });
  if (posted.length === 0) return [];
  // Old notices are passed over before the calendar is asked for each.
  const oldest = addDays(dateOf(from), -worthDays);
  const ends = posted.filter(({ until }) => until >= oldest);
  const unique = new Map(ends.map((end) => [`${end.year}/${end.until}`, end]));
  return [...unique.values()]
    .map(({ year, until }) => ({
      kind: 'notice-end' as const,
      subject: String(year),
      due: `${nextWorkingDay(workingDays, addDays(until, 1))}T${digestTime}:00`,
      worthUntil: null,
      intent: announceNoticeEnd.intent({ year, until }),
    }))
    .filter(({ due }) => due > from && due <= to);
};

/** The year end: its start, the end of its public notice. */
export const yearPushes: readonly Push[] = [yearStarts, noticeEnds];
