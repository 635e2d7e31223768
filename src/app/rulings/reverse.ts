import type { CorrectionMatter } from '../../domain/branch/rows.js';
import type { Effect } from './effect.js';
import type { ActorContext } from '../use-case.js';

/** Posts the reversing entries of a correction. */
export function reverse(context: ActorContext, matter: CorrectionMatter): Effect {
  throw new Error(`#${matter.number} of ${context.facts.branch.id} comes with a later slice`);
}
