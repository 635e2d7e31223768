import { holds } from '../../domain/branch/people.js';
import type { ActorContext } from '../use-case.js';

/** Who takes papers about others: those who keep the records. Everybody else takes his own. */
export function keepsPapers({ facts, actor }: ActorContext): boolean {
  return (['recorder', 'secretary'] as const).some((office) => holds(facts, actor.id, office));
}
