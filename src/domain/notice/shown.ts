import { dateOf } from '../period/civil.js';
import type { LedgerEntry } from '../points/rows.js';
import type { Publication } from './publication.js';
import type { Notice } from './rows.js';

/** Whether the scores that a notice showed hold this entry, or its lines name it. */
export function shows(notice: Notice, entry: LedgerEntry): boolean {
  const ruledOn = dateOf(entry.ruledAt);
  if (notice.kind === 'yearly') return entry.year === notice.year && entry.ruledAt <= notice.postedAt;
  const { first, last } = JSON.parse(notice.text) as Pick<Publication, 'first' | 'last'>;
  return ruledOn <= last && (ruledOn >= first || entry.year === notice.year);
}
