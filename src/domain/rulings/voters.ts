import type { Facts } from '../branch/facts.js';
import { holders, isHere } from '../branch/people.js';
import type { CivilDate } from '../period/civil.js';
import { personOn } from '../roster/membership.js';
import type { Person } from '../roster/rows.js';

/** 预备 members have no vote (SPEC §2, new, moved, probationary). */
function hasVote(person: Person): boolean {
  return person.kind === 'member' && isHere(person) && !person.probationary;
}

/** Members with a vote in the 支部大会. */
export function entitledToVote(facts: Facts): readonly Person[] {
  return facts.all('person').filter(hasVote);
}

/**
 * Whether somebody who is here votes on what ended with that day: who had no vote then, or came only later, has none in
 * it (SPEC §2, who belongs to a year).
 */
export function hadVote(facts: Facts, person: Person, day: CivilDate): boolean {
  return hasVote(person) && person.joinedOn <= day && hasVote(personOn(facts, person, day));
}

/** The 支委会: secretary, deputies and committee members, each once. Empty without a committee member. */
export function committee(facts: Facts): readonly Person[] {
  const members = holders(facts, 'committeeMember');
  if (members.length === 0) return [];
  const all = [...holders(facts, 'secretary'), ...holders(facts, 'deputySecretary'), ...members];
  return [...new Map(all.map((person) => [person.id, person])).values()];
}
