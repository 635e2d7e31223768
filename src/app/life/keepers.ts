import type { Facts } from '../../domain/branch/facts.js';
import { holders, secretariat } from '../../domain/branch/people.js';

/** Who keeps organisational life going: the recorder and the secretary, or the deputies where there is none. */
export function lifeKeepers(facts: Facts): readonly number[] {
  return [...new Set([...holders(facts, 'recorder'), ...secretariat(facts)].map(({ id }) => id))];
}
