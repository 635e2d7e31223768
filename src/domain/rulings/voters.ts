import type { Facts } from '../branch/facts.js';
import { holders, isHere } from '../branch/people.js';
import type { Person } from '../roster/rows.js';

/** Members with a vote in the 支部大会: 预备 have none (SPEC §2, new, moved, probationary). */
export function entitledToVote(facts: Facts): readonly Person[] {
  return facts
    .all('person')
    .filter((person) => person.kind === 'member' && isHere(person) && !person.probationary);
}

/** The 支委会: secretary, deputies and committee members, each once. Empty where nobody is committee member. */
export function committee(facts: Facts): readonly Person[] {
  const members = holders(facts, 'committeeMember');
  if (members.length === 0) return [];
  const all = [...holders(facts, 'secretary'), ...holders(facts, 'deputySecretary'), ...members];
  return [...new Map(all.map((person) => [person.id, person])).values()];
}
