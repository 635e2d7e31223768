import type { Facts } from '../branch/facts.js';
import { officesOf } from '../branch/people.js';
import { put, type Change } from '../branch/rows.js';
import { fallsWithLeaving, rulesOf, yearOfMatter } from '../matters/kinds.js';
import { hangingOn } from '../matters/open-matter.js';
import { isPoints, standingEntries } from '../points/deeds.js';
import { rosterChanges } from './changes.js';
import type { Departure, Person } from './rows.js';
import type { Matter } from '../rulings/rows.js';
import { isArchived } from '../year/archived.js';

/**
 * What ends when a member leaves: offices at once, personal requests that need no ruling any more, activities to come.
 * Reports about their deeds stay open for their statement; for the dead everything closes in silence.
 */
export function departure(
  facts: Facts,
  person: Person,
  how: Departure,
  by: number,
  now: string,
): readonly Change[] {
  const today = now.slice(0, 10);
  const left: Person = { ...person, leftOn: today, leftHow: how };
  return [
    put('person', left),
    ...rosterChanges(facts, person, left, today, by),
    ...officesOf(facts, person.id).map((office) => put('office', { ...office, until: now, endedBy: by })),
    ...openMatters(facts, person.id)
      .filter((matter) => how === 'deceased' || fallsWithLeaving(matter))
      .map((matter) => put('matter', fallen(matter))),
    ...facts
      .of('claimCode', person.id)
      .filter((code) => code.usedAt === null)
      .map((code) => put('claimCode', { ...code, usedAt: now })),
    ...facts
      .all('activity')
      .filter((activity) => activity.state === 'announced' && activity.at > now)
      .flatMap((activity) => {
        const row = facts.get('attendance', activity.id, person.id);
        return row?.due === true ? [put('attendance', { ...row, due: false })] : [];
      }),
  ];
}

/** What only a ruling may end is marked: a death can be a slip of whoever enters it. */
function fallen(matter: Matter): Matter {
  const request = fallsWithLeaving(matter);
  return request ? { ...matter, state: 'closed' } : { ...matter, state: 'closed', fellWithDeath: true };
}

/**
 * Open again, as the death that closed them was none. What changes an archived year does not come back, nor what was
 * settled meanwhile: the points it is about were taken back, or are to be corrected by another matter.
 */
export function reopened(facts: Facts, person: number, now: string): readonly Matter[] {
  return facts
    .of('matter', person)
    .filter(
      (matter) => matter.fellWithDeath === true && !ofArchived(facts, matter) && !isSettled(facts, matter),
    )
    .map((matter) => {
      const { fellWithDeath: _, ...rest } = matter;
      const open: Matter = { ...rest, state: 'open' };
      return isPoints(open) ? { ...open, waitsAgainSince: now } : open;
    });
}

function isSettled(facts: Facts, matter: Matter): boolean {
  const number = rulesOf(matter).hangsOn?.(matter);
  const about = number === undefined ? undefined : facts.get('matter', number);
  if (about === undefined) return false;
  const isUndone =
    isPoints(about) && about.state === 'confirmed' && standingEntries(facts, about).length === 0;
  const isTakenUp =
    matter.kind === 'correction' && hangingOn(facts, about.number).some(({ kind }) => kind === 'correction');
  return isUndone || isTakenUp;
}

function ofArchived(facts: Facts, matter: Matter): boolean {
  const year = yearOfMatter(facts, matter);
  return year !== undefined && isArchived(facts, year);
}

export function openMatters(facts: Facts, person: number): readonly Matter[] {
  return facts.of('matter', person).filter((matter) => matter.state === 'open');
}
