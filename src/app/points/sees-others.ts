import type { Facts } from '../../domain/branch/facts.js';
import { holds, isHere } from '../../domain/branch/people.js';
import type { Person } from '../../domain/roster/rows.js';

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
