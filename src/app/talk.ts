import type { Facts } from '../domain/branch/facts.js';
import type { Talk } from '../domain/branch/rows.js';

/** What is remembered of the talk with one person; empty before the first. */
export function talkOf(facts: Facts, person: number): Talk {
  return (
    facts.get('talk', person) ?? {
      person,
      shown: [],
      materialFor: null,
      picturesFor: null,
      materialUntil: null,
    }
  );
}
