/** The year end: its start, the end of its public notice. */
import { announceTermEnd } from '../../app/year/disposal.js';
import { membersHere } from '../../domain/branch/people.js';
import { openDisposal } from '../../domain/year/follow-up.js';
import { announceNoticeEnd, announceYearEnd, remindOfUnfinished } from '../../app/year/clock.js';
import { addDays, dateOf, type CivilDate } from '../../domain/period/civil.js';
import { monthAfter } from '../../domain/period/months.js';
import { nextWorkingDay } from '../../domain/period/working-days.js';
import { midnightOf, monthsOf, morningOf, openingOf } from '../moments.js';
import { definePush, type Moment } from '../push.js';

/** After a month without an answer it is no longer news. */
const worthDays = 31;

/** The old year has ended: on the first working day. */
export const yearStart = definePush({
  kind: 'year-start',
  dueIn: (year, { rulebook, workingDays }) => {
    const first = `${year}-01-01`;
    const due = morningOf(nextWorkingDay(workingDays, first), rulebook);
    return [{ year, due, until: morningOf(addDays(first, worthDays), rulebook) }];
  },
  worth: ({ until }) => until,
  run: ({ year }) => ({ subject: year - 1, intent: announceYearEnd.intent({ year: year - 1 }) }),
});

/** Years that are not finished, on the first working day of each month until they are; then the next month's says more. */
export const openYears = definePush({
  kind: 'year-open',
  dueIn: (year, calendar) => monthsOf(year).map((month) => ({ month, due: openingOf(month, calendar) })),
  worth: ({ month }) => midnightOf(monthAfter(month)),
  run: ({ month }) => ({ subject: month, intent: remindOfUnfinished.intent({ month }) }),
});

interface NoticeEnd extends Moment {
  readonly year: number;
  readonly until: CivilDate;
}

/**
 * The working day after the last day of a notice of the year's results. Several that end together, or on two days of
 * one weekend, make one reminder, for the one that ends last.
 */
export const noticeEnds = definePush({
  kind: 'notice-end',
  of: ({ facts, rulebook, workingDays }, from) => {
    const ends = new Map<string, NoticeEnd>();
    // Skip old notices before asking the calendar for each.
    const oldest = addDays(dateOf(from), -worthDays);
    for (const { year, data } of facts.all('yearStep')) {
      if ((data.step !== 'notice' && data.step !== 'memberNotice') || data.until < oldest) continue;
      const due = morningOf(nextWorkingDay(workingDays, addDays(data.until, 1)), rulebook);
      const before = ends.get(`${year}/${due}`)?.until ?? '';
      if (data.until > before) ends.set(`${year}/${due}`, { year, until: data.until, due });
    }
    return [...ends.values()];
  },
  dueOf: (end: NoticeEnd) => [end],
  worth: 'always',
  run: ({ year, until }) => ({ subject: year, intent: announceNoticeEnd.intent({ year, until }) }),
});

/** The end of a term of 限期改正: that morning, or the next working day's. */
export const disposalTerms = definePush({
  kind: 'disposal-term',
  of: ({ facts }) =>
    membersHere(facts).flatMap(({ id }) => {
      const until = openDisposal(facts, id)?.until ?? null;
      return until === null ? [] : [{ person: id, until }];
    }),
  dueOf: ({ until }: { readonly person: number; readonly until: CivilDate }, { rulebook, workingDays }) => [
    { due: morningOf(nextWorkingDay(workingDays, until), rulebook) },
  ],
  worth: 'always',
  run: (_, __, { person, until }) => ({
    subject: person,
    intent: announceTermEnd.intent({ person, until }),
  }),
});
