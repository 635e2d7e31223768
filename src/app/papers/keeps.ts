import { holds, personOf } from '../../domain/branch/people.js';
import type { Person } from '../../domain/roster/rows.js';
import type { ActorContext } from '../use-case.js';

/** Who takes papers about others: those who keep the records. Everybody else takes his own. */
export function keepsPapers({ facts, actor }: ActorContext): boolean {
  return (['recorder', 'secretary'] as const).some((office) => holds(facts, actor.id, office));
}

/** Of whom a paper is: oneself without a name. Undefined: it is somebody else's, and not for the one who asks. */
export function subjectOf(context: ActorContext, member: number | null): Person | undefined {
  const { facts, actor } = context;
  if (member === null || member === actor.id) return actor;
  return keepsPapers(context) ? personOf(facts, member) : undefined;
}
