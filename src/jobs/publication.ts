import { publishDue } from '../app/notices/publish.js';
import type { Push } from './job.js';
import { periodTimes } from './period-times.js';

/** The publication of each period (annex 1, part 2: once a quarter at least). Owed however late it comes. */
export const publications: Push = (from, to, known) =>
  periodTimes(from, to, known)
    .filter(({ publicationAt }) => publicationAt > from && publicationAt <= to)
    .map(({ period: { year, period }, publicationAt }) => ({
      kind: 'publication' as const,
      subject: `${year}-${period}`,
      due: publicationAt,
      worthUntil: null,
      intent: publishDue.intent({ year, period }),
    }));
