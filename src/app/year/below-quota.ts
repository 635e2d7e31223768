import { progressOf } from '../../domain/attendance/quota.js';
import { refOf, type PersonRef } from '../../domain/branch/people.js';
import type { Context } from '../use-case.js';

/**
 * Who came to fewer activities than the year expects; listed at the summary. A warning, never a deduction (SPEC §2,
 * 12/10/5 times a year). Nobody where the branch began to keep its attendance here later than January: what was
 * attended before is not known.
 */
export function belowQuota(
  { facts, rulebookOf }: Pick<Context, 'facts' | 'rulebookOf'>,
  year: number,
): readonly PersonRef[] {
  if (facts.branch.createdAt.slice(0, 7) > `${year}-01`) return [];
  const rulebook = rulebookOf(year);
  return facts
    .all('person')
    .filter(({ leftOn }) => leftOn === null)
    .filter((person) => {
      const progress = progressOf(facts, rulebook, person, `${year}-12-31`);
      return progress !== undefined && progress.attended < progress.quota;
    })
    .map((person) => refOf(facts, person));
}
