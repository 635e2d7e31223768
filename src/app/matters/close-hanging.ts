import type { Facts } from '../../domain/branch/facts.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { hangingOn } from '../../domain/matters/hanging.js';
import { toPerson, type Reply } from '../reply.js';

/**
 * Closes what hangs on a matter that no longer counts; who objected to it is told, in private (SPEC §1).
 *
 * @param facts hold the ruling that brought it about, so that this one is not open any more
 */
export function closeHanging(
  facts: Facts,
  number: number,
): { readonly changes: readonly Change[]; readonly replies: readonly Reply[] } {
  const hanging = hangingOn(facts, number);
  return {
    changes: hanging.map((matter) => put('matter', { ...matter, state: 'closed' })),
    replies: hanging.flatMap((matter) =>
      matter.kind === 'objection'
        ? [toPerson(matter.proposer, 'objections.fell', { number: matter.number, about: matter.about })]
        : [],
    ),
  };
}
