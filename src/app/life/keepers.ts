import type { Facts } from '../../domain/branch/facts.js';
import { holders } from '../../domain/branch/people.js';

/** Who keeps organisational life going: the recorder and the secretary, or the deputies where there is none. */
export function lifeKeepers(facts: Facts): readonly number[] {
  const secretaries = holders(facts, 'secretary');
  const officers = secretaries.length > 0 ? secretaries : holders(facts, 'deputySecretary');
  return [...new Set([...holders(facts, 'recorder'), ...officers].map(({ id }) => id))];
}
