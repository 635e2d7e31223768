import type { Sums } from '../points/score.js';
import type { PublishedEntry } from '../notice/publication.js';
import type { PersonRef } from '../branch/people.js';
import { addDays, type CivilDate } from '../period/civil.js';
import { nextWorkingDay, type WorkingDays } from '../period/working-days.js';
import type { Rulebook, TierId } from '../rulebook/schema.js';

/**
 * The last day of a public notice: calendar days, day 1 is the day after posting; where the last is no working day, the
 * next working day (SPEC §2, 7 days of public notice).
 */
export function lastDayOfNotice(
  { days }: Rulebook['publicNotice'],
  workingDays: WorkingDays,
  postedOn: CivilDate,
): CivilDate {
  return nextWorkingDay(workingDays, addDays(postedOn, days));
}

/** What the group sees of a member: never ranks, never reasons. */
export interface NoticeLine extends Sums {
  readonly person: PersonRef;
  readonly tier: TierId;
  /** On a sheet: what was ruled, as publications show it. */
  readonly entries?: readonly PublishedEntry[];
}

/** Kept as JSON in `notice.text`. */
export interface YearNotice {
  readonly year: number;
  readonly lines: readonly NoticeLine[];
  /** Null: on a sheet for the board or a meeting, as the days are counted from there. */
  readonly until: CivilDate | null;
  /** Of one member whose tier a correction has changed. */
  readonly changed: boolean;
  /** … who that is, on a sheet. */
  readonly member?: number;
}
