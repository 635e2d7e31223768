import type { ObjectionMatter } from '../../domain/rulings/rows.js';
import type { Effect } from '../rulings/effect.js';
import type { ActorContext } from '../use-case.js';

/** 成立: posts the reversing entry, or drafts the missing bonus. */
export function uphold(_context: ActorContext, matter: ObjectionMatter): Effect {
  throw new Error(`#${matter.number}: not built yet`);
}
