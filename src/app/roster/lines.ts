import type { Facts } from '../../domain/branch/facts.js';
import { isHere, officesOf, refOf } from '../../domain/branch/people.js';
import type { Person } from '../../domain/roster/rows.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { RosterLine } from './says.js';

/** A person in a list of the roster. */
export function rosterLine(facts: Facts, person: Person): RosterLine {
  const { kind, category, probationary, group } = person;
  const offices = officesOf(facts, person.id).map(({ office }) => office);
  return { person: refOf(facts, person), kind, category, probationary, group, offices };
}

/** Present namesakes, with what tells them apart. */
export function namesakes(facts: Facts, person: Person): readonly PersonRef[] {
  return facts
    .all('person')
    .filter((other) => isHere(other) && other.name === person.name && other.id !== person.id)
    .map((other) => refOf(facts, other));
}
