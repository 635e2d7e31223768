import type { RulebookMatter } from '../../domain/rulings/rows.js';
import type { Effect } from '../rulings/effect.js';
import type { ActorContext } from '../use-case.js';

/** The rulebook holds from the first year that has not begun to be kept. */
export function adoptRulebook(_context: ActorContext, matter: RulebookMatter): Effect {
  throw new Error(`#${matter.number}: not built yet`);
}
