import type { Facts } from '../../domain/branch/facts.js';
import { put } from '../../domain/branch/rows.js';
import { hangingOn } from '../../domain/matters/open-matter.js';
import { kindOf, type Follows, type Looking } from './kind.js';

/**
 * Closes what hangs on a matter that no longer counts; objectors hear it in private (SPEC §1).
 * @param facts hold the ruling that brought it about, so that this one is no longer open
 */
export function closeHanging(kinds: Pick<Looking, 'kinds'>, facts: Facts, number: number): Follows {
  const hanging = hangingOn(facts, number);
  return {
    changes: hanging.map((matter) => put('matter', { ...matter, state: 'closed' })),
    replies: hanging.flatMap((matter) => kindOf(kinds, matter).fell?.(facts, matter) ?? []),
  };
}
