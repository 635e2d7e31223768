import { personOf, holds, isHere } from '../../../domain/branch/people.js';
import type { ActorContext } from '../../use-case.js';
import type { Facts } from '../../../domain/branch/facts.js';
import type { Person } from '../../../domain/roster/rows.js';

const offices = ['recorder', 'secretary', 'deputySecretary', 'supervisor'] as const;

/** Who may read the scores of others: those who keep or rule on points, and those above the branch. */
export function seesOthers(facts: Facts, actor: Person): boolean {
  return (
    isHere(actor) &&
    (actor.kind === 'superior' ||
      actor.kind === 'inspector' ||
      offices.some((office) => holds(facts, actor.id, office)))
  );
}

/** Keepers of records may take papers about others; all others take their own. */
export function keepsPapers({ facts, actor }: ActorContext): boolean {
  return (['recorder', 'secretary'] as const).some((office) => holds(facts, actor.id, office));
}

/** Whose paper it is: the speaker's own without a name. Undefined: another person's, which the speaker may not have. */
export function subjectOf(context: ActorContext, member: number | null): Person | undefined {
  const { facts, actor } = context;
  if (member === null || member === actor.id) return actor;
  return keepsPapers(context) ? personOf(facts, member) : undefined;
}
