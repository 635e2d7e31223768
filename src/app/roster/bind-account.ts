import type { BindingMatter } from '../../domain/branch/rows.js';
import type { Effect } from '../rulings/effect.js';
import type { ActorContext } from '../use-case.js';

/** The account speaks for the person from now on. */
export function bindAccount(context: ActorContext, matter: BindingMatter): Effect {
  throw new Error(`#${matter.number} of ${context.facts.branch.id} comes with a later slice`);
}
