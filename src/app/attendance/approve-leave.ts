import type { LeaveMatter } from '../../domain/branch/rows.js';
import type { Effect } from '../rulings/effect.js';
import type { ActorContext } from '../use-case.js';

/** Leave is granted. */
export function approveLeave(context: ActorContext, matter: LeaveMatter): Effect {
  throw new Error(`#${matter.number} of ${context.facts.branch.id} comes with a later slice`);
}
