import { announceNoticeEnd, announceYearEnd } from '../app/year/clock.js';
import { addDays, dateOf, yearOf, type CivilDate } from '../domain/period/civil.js';
import { nextWorkingDay } from '../domain/period/working-days.js';
import type { Push } from './job.js';

/** In January no holiday lasts longer. */
const searchDays = 15;
/** After a month without an answer nobody needs to hear of it as news. */
const worthDays = 31;

/** The first working day of the year, at the time of the digest: last year has ended. */
const yearStarts: Push = (from, to, { rulebook, workingDays }) => {
  const { digestTime } = rulebook.pushes;
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
  return years
    .filter((year) => to >= `${year}-01-01` && dateOf(from) <= dayOfJanuary(year, searchDays))
    .map((year) => ({
      kind: 'year-start' as const,
      subject: String(year - 1),
      due: `${nextWorkingDay(workingDays, dayOfJanuary(year, 1))}T${digestTime}:00`,
      worthUntil: `${addDays(dayOfJanuary(year, 1), worthDays)}T${digestTime}:00`,
      intent: announceYearEnd.intent({ year: year - 1 }),
    }))
    .filter(({ due }) => due > from && due <= to);
};

function dayOfJanuary(year: number, day: number): CivilDate {
  return `${year}-01-${String(day).padStart(2, '0')}`;
}

/** The working day after the last day of a notice of the year's results; several that end together are one. */
const noticeEnds: Push = (from, to, { facts, rulebook, workingDays }) => {
  const { digestTime } = rulebook.pushes;
  const ends = facts.all('yearStep').flatMap(({ year, data }) => {
    const isNotice = data.step === 'notice' || data.step === 'memberNotice';
    // Old notices are passed over before the calendar is asked.
    return isNotice && addDays(data.until, worthDays) >= dateOf(from) ? [{ year, until: data.until }] : [];
  });
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
