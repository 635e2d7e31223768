import type { Facts } from '../branch/facts.js';
import { isHere } from '../branch/people.js';
import type { Person } from '../roster/rows.js';
import type { Rulebook } from '../rulebook/schema.js';

/** Who may vote in the meeting of the whole branch: members here who are not probationary (SPEC §2, new, moved, probationary). */
export function entitledToVote(facts: Facts, { membership }: Rulebook): readonly Person[] {
  return facts
    .all('person')
    .filter((person) => person.kind === 'member' && isHere(person))
    .filter((person) => !person.probationary || membership.probationary.votes);
}
