import type { Facts } from '../branch/facts.js';
import type { CivilDate } from '../period/civil.js';
import type { Person } from './rows.js';

/** Members on a day, in the order of the roster, without those who left on it. */
export function membersOn(facts: Facts, day: CivilDate): readonly Person[] {
  return facts
    .all('person')
    .filter(
      ({ kind, joinedOn, leftOn }) =>
        kind === 'member' && joinedOn <= day && (leftOn === null || leftOn > day),
    );
}
