/**
 * Who may know of a matter that he objects to. An answer must not tell whom a number is about: a deduction of
 * somebody else stands in a publication with item and points, never with its number (SPEC §2, publication).
 */
import type { Facts } from '../branch/facts.js';
import { holds } from '../branch/people.js';
import type { Person } from '../roster/rows.js';
import { findItem } from '../rulebook/items.js';
import type { Rulebook } from '../rulebook/schema.js';
import { subjectKnows } from '../matters/kinds.js';
import type { Matter } from '../rulings/rows.js';
import { pointsBehind, shows } from './target.js';

const keepers = ['recorder', 'secretary', 'deputySecretary', 'supervisor'] as const;

/** `told`: he may hear what it is about; `published`: he may object, and hears no more than the number; `no`: as if it were not there. */
export type Knowledge = 'told' | 'published' | 'no';

export function knowledgeOf(facts: Facts, rulebook: Rulebook, person: Person, matter: Matter): Knowledge {
  if (matter.proposer === person.id) return 'told';
  // Whoever is bound to know less of what is about himself, an officer as well, knows what his own list tells.
  if (matter.subject === person.id) return subjectKnows(facts, rulebook, matter) ? 'told' : 'no';
  const points = pointsBehind(facts, matter);
  if (points === undefined) return 'no';
  if (keepers.some((office) => holds(facts, person.id, office))) return 'told';
  const open = points.kind === 'bonus' && findItem(rulebook, points.item)?.publish === 'full';
  if (open) return 'told';
  return isPublished(facts, matter) ? 'published' : 'no';
}

/** Whether some publication has shown what the ruling on the matter posted. */
function isPublished(facts: Facts, { number, subject }: Matter): boolean {
  const posted = facts.of('entry', subject).filter((entry) => entry.matter === number);
  return posted.some((entry) => facts.all('notice').some((notice) => shows(notice, entry)));
}
