import { sumsOf } from '../../points/score.js';
import type { Facts } from '../../branch/facts.js';
import { personOf } from '../../branch/people.js';
import { inOrder } from '../../notice/publication.js';
import { membersOfSpan, personOn } from '../../roster/membership.js';
import { whyNotScoredIn } from '../../roster/spans.js';
import { byDay, yearOf } from '../../period/civil.js';
import type { Person, RosterChange } from '../../roster/rows.js';
import type { Rulebook } from '../../rulebook/schema.js';
import type { ProposedLine, YearLine } from '../rows.js';
import { yearScore } from './score.js';
import { propose } from './tiers.js';
import { isDecided, yearState } from '../state.js';

/**
 * Who is listed at a year's end: everybody scored in it, by their state on its last day or on leaving (SPEC §2, who
 * belongs to a year), in the order of publications. The dead are assessed no more.
 */
export function listedIn(facts: Facts, rulebook: Rulebook, year: number): readonly Person[] {
  const members = membersOfSpan(facts, { first: `${year}-01-01`, last: lastDayOf(year) })
    .filter(({ id }) => personOf(facts, id).leftHow !== 'deceased')
    .filter((person) => whyNotScoredIn(facts, rulebook, person, year) === undefined);
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
    rated: isRatedIn(facts, rulebook, person, year),
  }));
  return propose(rulebook, lines);
}

/** 预备 members are scored for reference; who has left is rated where they are at the year's end. @param person as of its last day */
export function isRated({ probationary, leftOn }: Person): boolean {
  return !probationary && leftOn === null;
}

/**
 * The same, but going takes nobody out of the rating of a year that holds something against them: 转出 is entered by one
 * person.
 *
 * @param person as of its last day, @param rulebook of that year
 */
export function isRatedIn(facts: Facts, rulebook: Rulebook, person: Person, year: number): boolean {
  if (isRated(person)) return true;
  if (person.probationary || person.leftHow !== 'transferred') return false;
  const { deductions, vetoed } = yearScore(facts, rulebook, person.id, year);
  const waits = facts
    .of('matter', person.id)
    .some(
      (matter) =>
        (matter.kind === 'deduction' || matter.kind === 'veto') &&
        matter.state === 'open' &&
        yearOf(matter.deedOn) === year,
    );
  return deductions > 0 || vetoed || waits;
}

/**
 * What came later with somebody listed in a year, by day, and that they had left in it: a remark, for it moves nothing of
 * the year (SPEC §2, who belongs to a year). To which group they belong says nothing about a year.
 */
export function laterThan(facts: Facts, person: number, year: number): readonly RosterChange[] {
  const last = lastDayOf(year);
  const { leftOn } = personOn(facts, personOf(facts, person), last);
  return facts
    .of('rosterChange', person)
    .filter(({ what, on }) => what !== 'group' && (on > last || (what === 'left' && on === leftOn)))
    .sort(byDay);
}

export function lastDayOf(year: number): string {
  return `${year}-12-31`;
}

/**
 * Whose result a year has, in the order of the roster: as archived; once the meeting has decided, on whom it decided;
 * before, everybody scored.
 *
 * @param rulebook of that year
 */
export function assessedIn(facts: Facts, rulebook: Rulebook, year: number): readonly number[] {
  const records = facts.of('yearRecord', year);
  const state = yearState(facts, year);
  const persons =
    records.length > 0
      ? records.map(({ person }) => person)
      : isDecided(state)
        ? state.lines.map(({ person }) => person)
        : listedIn(facts, rulebook, year).map(({ id }) => id);
  return [...persons].sort((one, other) => one - other);
}
