import type { Facts } from '../branch/facts.js';
import { officesOf } from '../branch/people.js';
import { put, type Change } from '../branch/rows.js';
import { fallsWithLeaving } from '../matters/kinds.js';
import { rosterChanges } from './changes.js';
import type { Departure, Person } from './rows.js';
import type { Matter } from '../rulings/rows.js';

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
      .map((matter) => put('matter', { ...matter, state: 'closed' })),
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

export function openMatters(facts: Facts, person: number): readonly Matter[] {
  return facts.of('matter', person).filter((matter) => matter.state === 'open');
}
