import type { Facts } from '../../domain/branch/facts.js';
import { refOf, type PersonRef } from '../../domain/branch/people.js';
import type { Person } from '../../domain/roster/rows.js';

/** Who is not scored, and the category that may be why: its name is the rulebook's. */
export function unscored(
  facts: Facts,
  person: Person,
): { readonly person: PersonRef; readonly category: string | null } {
  return { person: refOf(facts, person), category: person.category };
}
