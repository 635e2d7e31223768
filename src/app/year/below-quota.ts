import { countedActivities, keptSince, progressOfAll } from '../../domain/attendance/quota.js';
import { refOf } from '../../domain/branch/people.js';
import { lastDayOf } from '../../domain/year/table/lines.js';
import type { Context } from '../use-case.js';
import type { BelowQuota } from './views.js';

/**
 * Members who came to fewer activities than the year expects, pro rata for part of it; listed at the summary. A
 * warning, never a deduction (annex 2, item 16; SPEC §2, 12/10/5 times a year). No one where the branch kept no
 * register.
 */
export function belowQuota(
  { facts, rulebookOf }: Pick<Context, 'facts' | 'rulebookOf'>,
  year: number,
): BelowQuota {
  const rulebook = rulebookOf(year);
  const until = lastDayOf(year);
  const kept = countedActivities(facts, rulebook, until).length > 0;
  const behind = progressOfAll(facts, rulebook, until).filter(
    ({ progress }) => kept && progress.attended < progress.quota,
  );
  return {
    rows: behind.map(({ person, progress: { attended, quota } }) => ({
      person: refOf(facts, person),
      attended,
      quota,
    })),
    since: keptSince(facts, year),
  };
}
