/**
 * One question in one place: did this person belong to the branch on a day, and were they scored on it? What a day counts
 * for is decided by that day, never by the status of today (SPEC §2, who belongs to a year).
 */
import type { Facts } from '../branch/facts.js';
import { whyNotScored, type WhyNotScored } from '../branch/people.js';
import { addDays, byDay, yearOf, type CivilDate } from '../period/civil.js';
import { firstDayOf, lastDayOf, type Month } from '../period/months.js';
import type { Rulebook } from '../rulebook/schema.js';
import { personOn } from './membership.js';
import type { Person } from './rows.js';

interface Membership {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

const forever = '9999-12-31';

/** Leavers who came back were not here in between; back on the very day they were never gone. */
export function spansOf(facts: Facts, person: Person): readonly Membership[] {
  const spans: Membership[] = [];
  let from: CivilDate | undefined = person.joinedOn;
  for (const { what, on } of facts.of('rosterChange', person.id)) {
    if (what === 'left' && from !== undefined) {
      spans.push({ from, until: on });
      from = undefined;
    } else if (what === 'joined' && from === undefined) {
      from = spans.at(-1)?.until === on ? spans.pop()?.from : on;
    }
  }
  if (from !== undefined) spans.push({ from, until: person.leftOn ?? forever });
  return spans;
}

/** From the day of joining to the day of leaving. */
function belongsOn(facts: Facts, person: Person, day: CivilDate): boolean {
  return (
    person.kind === 'member' && spansOf(facts, person).some(({ from, until }) => from <= day && day <= until)
  );
}

/** From its first day to its last: who leaves on the last pays elsewhere. */
export function belongsAllOf(facts: Facts, person: Person, month: Month): boolean {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  return (
    person.kind === 'member' &&
    spansOf(facts, person).some(({ from, until }) => from <= first && last < until)
  );
}

/** As `whyNotScored`, of a day: that they have left since makes nobody unscored. */
function whyNotScoredOn(
  facts: Facts,
  rulebook: Rulebook,
  person: Person,
  day: CivilDate,
): WhyNotScored | undefined {
  if (person.kind === 'member' && !belongsOn(facts, person, day)) return 'left';
  return whyNotScored(rulebook, { ...personOn(facts, person, day), leftOn: null });
}

/** The same of a year, by its last day; that they have left since makes nobody unscored. */
export function whyNotScoredIn(
  facts: Facts,
  rulebook: Rulebook,
  person: Person,
  year: number,
): WhyNotScored | undefined {
  return whyNotScored(rulebook, { ...personOn(facts, person, `${year}-12-31`), leftOn: null });
}

/** Whether a deduction for a day is theirs: scored on it and in its year. The dead are assessed no more. */
export function isScoredFor(facts: Facts, rulebook: Rulebook, person: Person, day: CivilDate): boolean {
  return (
    person.leftHow !== 'deceased' &&
    whyNotScoredOn(facts, rulebook, person, day) === undefined &&
    whyNotScoredIn(facts, rulebook, person, yearOf(day)) === undefined
  );
}

/**
 * The day from which they have owed the branch its life without a break, as of a day: joined, back, scored or listed
 * again. Who is not scored then is looked after: only membership counts.
 */
export function owingSince(facts: Facts, rulebook: Rulebook, person: Person, day: CivilDate): CivilDate {
  const scored = whyNotScoredOn(facts, rulebook, person, day) === undefined;
  const owed = (on: CivilDate) =>
    scored ? whyNotScoredOn(facts, rulebook, person, on) === undefined : belongsOn(facts, person, on);
  const starts = [...facts.of('rosterChange', person.id)]
    .sort(byDay)
    .map(({ on }) => on)
    .filter((on) => on <= day && owed(on) && !owed(addDays(on, -1)));
  return starts.at(-1) ?? person.joinedOn;
}

/** Between leaving and coming back; before they came at all is another question. */
export function wasAwayOn(facts: Facts, person: Person, day: CivilDate): boolean {
  const until = spansOf(facts, person).filter(({ from }) => from <= day);
  return day >= person.joinedOn && until.length > 0 && !belongsOn(facts, person, day);
}
