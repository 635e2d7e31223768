/** The publications of a branch (annex 1, part 2: once a quarter at least), and what goes before them. */
import { remindOfHold, previewPublication } from '../../app/notices/hold.js';
import { publishDue } from '../../app/notices/publish.js';
import { remindOfPosting } from '../../app/notices/sheet.js';
import { openHolds } from '../../domain/notice/holds.js';
import {
  periodAfter,
  periodNamed,
  previewAt,
  publicationAt,
  type Period,
} from '../../domain/notice/period.js';
import { pendingNotices } from '../../domain/notice/posting.js';
import type { Hold, Notice, Postponement } from '../../domain/notice/rows.js';
import { dateOf } from '../../domain/period/civil.js';
import { endOfDay, mornings } from '../moments.js';
import { definePush, type Calendar, type Moment } from '../push.js';

function periodsOf(year: number, { rulebook }: Calendar): readonly Period[] {
  const periods: Period[] = [];
  let period = periodNamed(rulebook.publication.frequency, { year, period: 1 });
  for (; period.year === year; period = periodAfter(period)) periods.push(period);
  return periods;
}

const nameOf = ({ year, period }: Pick<Period, 'year' | 'period'>) => `${year}-${period}`;

/** Private; after an outage still first, and the publication waits for it. */
export const previews = definePush({
  kind: 'preview',
  ownRulebook: true,
  dueIn: (year, calendar) =>
    periodsOf(year, calendar).map((period) => ({
      period,
      due: previewAt(period, calendar.rulebook, calendar.workingDays),
    })),
  worth: 'always',
  run: ({ period: { year, period } }) => ({
    subject: nameOf({ year, period }),
    intent: previewPublication.intent({ year, period }),
  }),
});

/** Stands for the periods of the calendar, beside those that an outage put off. */
const byCalendar = {};

/** Owed however late it comes. */
export const publications = definePush({
  kind: 'publication',
  ownRulebook: true,
  of: ({ facts }): readonly (Postponement | typeof byCalendar)[] => [
    byCalendar,
    ...facts.all('postponement'),
  ],
  dueIn: (year, calendar, row): readonly Publishing[] => {
    if (!('publishAt' in row))
      return periodsOf(year, calendar).map((period) => ({
        year,
        period: period.period,
        due: publicationAt(period, calendar.rulebook, calendar.workingDays),
      }));
    return row.year === year ? [{ ...row, due: row.publishAt }] : [];
  },
  worth: 'always',
  run: ({ year, period }, { facts }, row) =>
    row === byCalendar && facts.get('postponement', year, period) !== undefined
      ? undefined
      : { subject: nameOf({ year, period }), intent: publishDue.intent({ year, period }) },
});

interface Publishing extends Moment {
  readonly year: number;
  readonly period: number;
}

/** Each working day after a publication was held back, until it is out. */
export const holdReminders = definePush({
  kind: 'hold-reminder',
  of: ({ facts }) => openHolds(facts),
  dueIn: (year, calendar, { heldAt }: Hold) => mornings(year, calendar).filter(({ due }) => due > heldAt),
  worth: endOfDay,
  run: (_, __, { year, period }) => ({
    subject: nameOf({ year, period }),
    intent: remindOfHold.intent({ year, period }),
  }),
});

/** Each working day after a sheet was made, until somebody has recorded when and where it was put up or read out. */
export const postingReminders = definePush({
  kind: 'posting-reminder',
  of: ({ facts }) => pendingNotices(facts),
  dueIn: (year, calendar, { postedAt }: Notice) =>
    mornings(year, calendar).filter(({ due }) => dateOf(due) > dateOf(postedAt)),
  worth: endOfDay,
  run: (_, __, { number }) => ({ subject: number, intent: remindOfPosting.intent({ notice: number }) }),
});
