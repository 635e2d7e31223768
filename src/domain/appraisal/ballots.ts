import type { Facts } from '../branch/facts.js';
import { summingUpFromMonth } from '../attendance/frequency.js';
import { isHere, personOf } from '../branch/people.js';
import { monthOf, yearOf, type CivilDate } from '../period/civil.js';
import type { Person } from '../roster/rows.js';
import type { Rulebook } from '../rulebook/schema.js';
import { isArchived } from '../year/archived.js';
import { hadVote } from '../rulings/voters.js';
import { isRated, lastDayOf, listedIn } from '../year/table/lines.js';
import type { Appraisal, Tally } from './rows.js';

type BallotTier = keyof Tally;

/** What one member gives to another. Who gave it is not in it. */
export interface Ballot {
  readonly person: number;
  readonly tier: BallotTier;
}

export const ballotTiers: readonly BallotTier[] = [
  'outstanding',
  'qualified',
  'basicallyQualified',
  'unqualified',
];

/** The one ballot that is under way: a branch has at most one. */
export function openAppraisal(facts: Facts): Appraisal | undefined {
  return facts.all('appraisal').find(({ state }) => state === 'open');
}

/** Whose tier of the year the meeting decides, as far as they are still here: who left or died since is left in peace. */
export function ratedIn(facts: Facts, rulebook: Rulebook, year: number): readonly Person[] {
  return listedIn(facts, rulebook, year)
    .filter((person) => isRated(person) && isHere(personOf(facts, person.id)))
    .sort((one, other) => one.id - other.id);
}

/** Whom this member may rate: all rated members but themselves, in the order of the roster. */
export function ratedFor(facts: Facts, rulebook: Rulebook, year: number, voter: number): readonly Person[] {
  return ratedIn(facts, rulebook, year).filter(({ id }) => id !== voter);
}

/** Whom this member has rated already. */
export function ratedBy(facts: Facts, { year, round }: Appraisal, voter: number): ReadonlySet<number> {
  const marks = facts.of('appraisalVoter', year);
  return new Set(
    marks.filter((mark) => mark.round === round && mark.voter === voter).map(({ person }) => person),
  );
}

/** How many members have voted, and how many ballots they cast. */
export function turnout(facts: Facts, { year, round }: Appraisal): { voters: number; ballots: number } {
  const marks = facts.of('appraisalVoter', year).filter((mark) => mark.round === round);
  return { voters: new Set(marks.map(({ voter }) => voter)).size, ballots: marks.length };
}

/** How many who are here and had a vote in the year have given no ballot at all. */
export function silent(facts: Facts, { year, round }: Appraisal): number {
  const voted = new Set(
    facts
      .of('appraisalVoter', year)
      .filter((mark) => mark.round === round)
      .map(({ voter }) => voter),
  );
  return facts
    .all('person')
    .filter((person) => !voted.has(person.id) && hadVote(facts, person, lastDayOf(year))).length;
}

/** Ballots by person; who got fewer than `shownFrom` is left out, as two would name each other. */
export function talliesOf(
  ballots: readonly Ballot[],
  persons: readonly Person[],
  shownFrom: number,
): Appraisal['results'] {
  return persons.flatMap(({ id }) => {
    const own = ballots.filter((ballot) => ballot.person === id);
    if (own.length < shownFrom) return [];
    const count = (tier: BallotTier) => own.filter((ballot) => ballot.tier === tier).length;
    const tally: Tally = {
      outstanding: count('outstanding'),
      qualified: count('qualified'),
      basicallyQualified: count('basicallyQualified'),
      unqualified: count('unqualified'),
    };
    return [{ person: id, tally }];
  });
}

/** The year appraised when none is named: late in the year this one, before that last year's until it is archived. */
export function yearToAppraise(facts: Facts, today: CivilDate): number {
  const last = yearOf(today) - 1;
  return isArchived(facts, last) || monthOf(today) >= summingUpFromMonth ? last + 1 : last;
}
