import { previewPublication } from '../app/notices/preview.js';
import type { Push } from './job.js';
import { periodTimes } from './period-times.js';

/** The private preview of each period; worth seeing only while the publication is still ahead. */
export const previews: Push = (from, to, known) =>
  periodTimes(from, to, known)
    .filter(({ previewAt }) => previewAt > from && previewAt <= to)
    .map(({ period: { year, period }, previewAt, publicationAt }) => ({
      kind: 'preview' as const,
      subject: `${year}-${period}`,
      due: previewAt,
      worthUntil: publicationAt,
      intent: previewPublication.intent({ year, period }),
    }));
