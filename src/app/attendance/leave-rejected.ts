import type { Change, LeaveMatter } from '../../domain/branch/rows.js';
import type { ActorContext, Reply } from '../use-case.js';

/** What the rejection of a leave brings about beyond the ruling itself. */
export function leaveRejected(
  context: ActorContext,
  matter: LeaveMatter,
): { readonly changes: readonly Change[]; readonly replies: readonly Reply[] } {
  const ruling = context.facts.get('ruling', matter.number);
  if (ruling?.decision !== 'rejected') throw new Error(`#${matter.number} was not rejected`);
  return { changes: [], replies: [] };
}
