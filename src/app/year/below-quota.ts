import { behindAt, keptSince } from '../../domain/attendance/quota.js';
import { refOf, type PersonRef } from '../../domain/branch/people.js';
import { lastDayOf } from '../../domain/year/lines.js';
import type { Context } from '../use-case.js';

/**
 * Who came to fewer activities than the year expects; listed at the summary. A warning, never a deduction (SPEC §2,
 * 12/10/5 times a year). Nobody where the register does not cover the year: what was attended before is not on record.
 */
export function belowQuota(
  { facts, rulebookOf }: Pick<Context, 'facts' | 'rulebookOf'>,
  year: number,
): readonly PersonRef[] {
  if (keptSince(facts, year) !== null) return [];
  return behindAt(facts, rulebookOf(year), lastDayOf(year)).map(({ person }) => refOf(facts, person));
}
