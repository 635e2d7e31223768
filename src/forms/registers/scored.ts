import { whyNotScored } from '../../domain/branch/people.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';

/** Why nobody counts points for a member; that he has left since takes none of them away. Undefined: they are counted. */
export function unscored(rulebook: Rulebook, person: Person): 'category' | 'exempt' | undefined {
  const why = whyNotScored(rulebook, { ...person, leftOn: null });
  return why === 'category' || why === 'exempt' ? why : undefined;
}
