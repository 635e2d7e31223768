import type { Facts } from '../branch/facts.js';
import type { CivilDate } from '../period/civil.js';
import type { Person, RosterChange } from './rows.js';

/**
 * The person as they stood at the end of a day: what was changed later is taken back, newest first. Without rows of the
 * change (data of old) the present state counts. Somebody who came later has a `joinedOn` after the day.
 */
export function personOn(facts: Facts, person: Person, day: CivilDate): Person {
  const rows = [...facts.of('rosterChange', person.id)].sort(byDayAndNumber);
  const later = rows.filter(({ on }) => on > day).reverse();
  const then = later.reduce((known, row) => takenBack(known, row, rows), person);
  const { leftOn, regularOn } = then;
  return {
    ...then,
    ...(leftOn !== null && leftOn > day ? { leftOn: null, leftHow: null } : {}),
    // Who became a full member only later was 预备 until then (SPEC §2, new, moved, probationary).
    probationary: then.probationary || (regularOn !== undefined && regularOn > day),
  };
}

function byDayAndNumber(one: RosterChange, other: RosterChange): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  return one.id - other.id;
}

function takenBack(person: Person, row: RosterChange, all: readonly RosterChange[]): Person {
  switch (row.what) {
    case 'category':
      return { ...person, category: row.before };
    case 'group':
      return { ...person, group: row.before };
    case 'probationary':
      return { ...person, probationary: row.before === 'yes' };
    case 'exempt':
      return { ...person, exempt: row.before === 'yes' };
    case 'left':
      return { ...person, leftOn: null, leftHow: null };
    case 'joined': {
      const left = all.slice(0, all.indexOf(row)).findLast(({ what }) => what === 'left');
      if (left === undefined) return person;
      // Somebody who came back was away before.
      return { ...person, category: row.before, leftOn: left.on, leftHow: departureOf(left) };
    }
  }
}

function departureOf({ after }: RosterChange): Person['leftHow'] {
  return after === 'deceased' || after === 'withdrew' || after === 'expelled' ? after : 'transferred';
}

/** Members on a day, each as of that day, in the order of the roster, without those who left on it. */
export function membersOn(facts: Facts, day: CivilDate): readonly Person[] {
  return facts
    .all('person')
    .filter(({ kind, joinedOn }) => kind === 'member' && joinedOn <= day)
    .map((person) => personOn(facts, person, day))
    .filter(({ leftOn }) => leftOn === null);
}

/**
 * Whom a span of days counts: members in it, each as they stood on its last day or, where they had left by then, on
 * leaving (SPEC §2, who belongs to a year).
 */
export function membersOfSpan(
  facts: Facts,
  { first, last }: { readonly first: CivilDate; readonly last: CivilDate },
): readonly Person[] {
  return facts
    .all('person')
    .filter(({ kind, joinedOn }) => kind === 'member' && joinedOn <= last)
    .map((person) => personOn(facts, person, last))
    .filter(({ leftOn }) => leftOn === null || leftOn >= first);
}
