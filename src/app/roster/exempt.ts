import type { ExemptionMatter } from '../../domain/rulings/rows.js';
import type { Effect } from '../rulings/effect.js';
import type { ActorContext } from '../use-case.js';

/** The member is out of scoring from now on, or in it again. */
export function exempt(_context: ActorContext, matter: ExemptionMatter): Effect {
  throw new Error(`#${matter.number}: not built yet`);
}
