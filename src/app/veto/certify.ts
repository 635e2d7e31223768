import type { VetoMatter } from '../../domain/rulings/rows.js';
import type { Effect } from '../rulings/effect.js';
import type { ActorContext } from '../use-case.js';

/** The veto is certified: the score of its year is overridden. */
export function certifyVeto(_context: ActorContext, matter: VetoMatter): Effect {
  throw new Error(`#${matter.number}: not built yet`);
}
