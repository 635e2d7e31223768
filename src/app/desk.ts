import type { Facts } from '../domain/branch/facts.js';
import type { Desk } from '../domain/branch/rows.js';

/** What is remembered of the talk with one person; empty before the first. */
export function deskOf(facts: Facts, person: number): Desk {
  return (
    facts.get('desk', person) ?? {
      person,
      shown: [],
      materialFor: null,
      picturesFor: null,
      materialUntil: null,
    }
  );
}
