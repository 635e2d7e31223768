import { publishDue } from '../app/notices/publish.js';
import { periodsAround, publicationAt } from '../domain/notice/period.js';
import type { Push } from './job.js';

/** The publication of each period (annex 1, part 2: once a quarter at least). Owed however late it comes. */
export const publications: Push = (from, to, { rulebook, workingDays }) =>
  periodsAround(rulebook.publication.frequency, from, to)
    .map((period) => ({
      kind: 'publication' as const,
      subject: `${period.year}-${period.period}`,
      due: publicationAt(period, rulebook, workingDays),
      worthUntil: null,
      intent: publishDue.intent({ year: period.year, period: period.period }),
    }))
    .filter(({ due }) => due > from && due <= to);
