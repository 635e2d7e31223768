import { sumsOf } from '../points/score.js';
import type { Facts } from '../branch/facts.js';
import { whyNotScored } from '../branch/people.js';
import { inOrder } from '../notice/publication.js';
import type { Person } from '../roster/rows.js';
import type { Rulebook } from '../rulebook/schema.js';
import type { ProposedLine, YearLine } from './rows.js';
import { yearScore } from './score.js';
import { propose } from './tiers.js';

/** Who is listed at a year's end: everybody scored who had joined by its last day, in the order of publications. */
export function listedIn(facts: Facts, rulebook: Rulebook, year: number): readonly Person[] {
  const last = lastDayOf(year);
  const members = facts
    .all('person')
    .filter((person) => whyNotScored(rulebook, person) === undefined && person.joinedOn <= last);
  return inOrder(rulebook, members);
}

/** The member's score of the year. @param rulebook of that year */
export function lineOf(facts: Facts, rulebook: Rulebook, person: number, year: number): YearLine {
  return { person, ...sumsOf(yearScore(facts, rulebook, person, year)) };
}

/** Everybody's score and proposed tier as of now. @param rulebook of that year */
export function proposedLines(facts: Facts, rulebook: Rulebook, year: number): readonly ProposedLine[] {
  const lines = listedIn(facts, rulebook, year).map((person) => ({
    ...lineOf(facts, rulebook, person.id, year),
    rated: isRatedBy(person, lastDayOf(year)),
  }));
  return propose(rulebook, lines);
}

/** Who became a full member only after that day was 预备 until then (SPEC §2, new, moved, probationary). */
export function isRatedBy({ probationary, regularOn }: Person, last: string): boolean {
  return !probationary && (regularOn === undefined || regularOn <= last);
}

export function lastDayOf(year: number): string {
  return `${year}-12-31`;
}
