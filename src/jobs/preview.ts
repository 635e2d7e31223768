import { previewPublication } from '../app/notices/preview.js';
import { periodsAround, previewAt, publicationAt } from '../domain/notice/period.js';
import type { Push } from './job.js';

/** The private preview of each period; worth seeing only while the publication is still ahead. */
export const previews: Push = (from, to, { rulebook, workingDays }) =>
  periodsAround(rulebook.publication.frequency, from, to)
    .map((period) => ({
      kind: 'preview' as const,
      subject: `${period.year}-${period.period}`,
      due: previewAt(period, rulebook, workingDays),
      worthUntil: publicationAt(period, rulebook, workingDays),
      intent: previewPublication.intent({ year: period.year, period: period.period }),
    }))
    .filter(({ due }) => due > from && due <= to);
