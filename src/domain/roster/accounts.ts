import type { Facts } from '../branch/facts.js';
import { holds, isHere } from '../branch/people.js';
import type { Person } from './rows.js';

/** Who starts the branch: until they are bound, nobody could rule on a binding (SPEC §3, 认领). */
export function mayClaim(facts: Facts, person: Person): boolean {
  if (!isHere(person)) return false;
  return person.kind === 'superior' || person.kind === 'inspector' || holds(facts, person.id, 'secretary');
}

/** Those of them who have no account on this channel yet. */
export function unclaimed(facts: Facts, channel: string): readonly Person[] {
  return facts
    .all('person')
    .filter((person) => mayClaim(facts, person) && !isBound(facts, person.id, channel));
}

/** Those of these persons who are here and cannot be reached on this channel, in the order of the roster. */
export function withoutAccount(facts: Facts, persons: readonly number[], channel: string): readonly Person[] {
  const asked = new Set(persons);
  return facts
    .all('person')
    .filter((person) => asked.has(person.id) && isHere(person) && !isBound(facts, person.id, channel));
}

export function isBound(facts: Facts, person: number, channel: string): boolean {
  return facts.of('account', person).some((account) => account.channel === channel);
}
