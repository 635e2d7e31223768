import type { Activity } from '../../domain/attendance/rows.js';
import { dueOf, type Standing } from '../../domain/attendance/standing.js';
import type { Facts } from '../../domain/branch/facts.js';

/** A member's attendance counts over the activities they were due at. */
type PresenceCounts = { readonly [S in Standing]: number } & { readonly due: number };

/** Standing of each person due at each activity: activity → person → standing. At voluntary ones nobody is due. */
export type Attended = ReadonlyMap<number, ReadonlyMap<number, Standing>>;

export function attendedAt(facts: Facts, activities: readonly Activity[]): Attended {
  return new Map(
    activities
      .filter(({ required }) => required)
      .map((activity) => [
        activity.id,
        new Map(dueOf(facts, activity).map(({ row, standing }) => [row.person, standing])),
      ]),
  );
}

export function countsOf(attended: Attended, person: number): PresenceCounts {
  const counts = { due: 0, present: 0, onLeave: 0, leavePending: 0, absent: 0, unrecorded: 0 };
  for (const standings of attended.values()) {
    const standing = standings.get(person);
    if (standing === undefined) continue;
    counts.due += 1;
    counts[standing] += 1;
  }
  return counts;
}
