import type { PersonRef } from '../../domain/branch/people.js';
import type { Context } from '../use-case.js';

/**
 * Who came to fewer activities than the year expects; listed at the summary. A warning, never a deduction (SPEC §2,
 * 12/10/5 times a year). Filled in with the quotas.
 */
export const belowQuota: (
  context: Pick<Context, 'facts' | 'rulebookOf'>,
  year: number,
) => readonly PersonRef[] = () => [];
