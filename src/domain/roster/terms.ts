/** Two terms that end by themselves: the year of probation, and the term of the branch committee. */
import type { Facts } from '../branch/facts.js';
import { isHere } from '../branch/people.js';
import { dateOf, type CivilDate } from '../period/civil.js';
import type { Person } from './rows.js';

/** From when a term counts, and whether that day is only inferred. */
export interface TermStart {
  readonly on: CivilDate;
  readonly inferred: boolean;
}

export function probationaryHere(facts: Facts): readonly Person[] {
  return facts.all('person').filter((person) => person.probationary && isHere(person));
}

/**
 * The day of the meeting that took somebody in; else the day on record, or on which they came here. Undefined: they were
 * here before the branch was kept, so nobody said when it began.
 */
export function probationStart(facts: Facts, { id, partyJoinedOn, joinedOn }: Person): TermStart | undefined {
  if (partyJoinedOn !== null) return { on: partyJoinedOn, inferred: false };
  const taken = facts.of('rosterChange', id).findLast(({ what }) => what === 'probationary');
  if (taken !== undefined) return { on: taken.on, inferred: false };
  return joinedOn < dateOf(facts.branch.createdAt) ? undefined : { on: joinedOn, inferred: true };
}

/** The day of the last election; else the first appointment among those who lead the branch now. Undefined: nobody does. */
export function committeeStart(facts: Facts): TermStart | undefined {
  const elected = facts
    .all('election')
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (elected !== undefined) return { on: elected, inferred: false };
  const [first] = facts
    .all('office')
    .filter(({ office, until }) => until === null && leading.has(office))
    .map(({ from }) => dateOf(from))
    .sort();
  return first === undefined ? undefined : { on: first, inferred: true };
}

const leading: ReadonlySet<string> = new Set(['secretary', 'deputySecretary', 'committeeMember']);
