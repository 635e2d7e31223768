import type { Activity } from '../attendance/rows.js';
import { announcedIn } from '../attendance/standing.js';
import type { Facts } from '../branch/facts.js';
import { yearOfMatter } from '../matters/kinds.js';
import { yearOf } from '../period/civil.js';
import { isPoints } from '../points/deeds.js';
import { meetingOf } from '../matters/remarks.js';
import type { LeaveMatter } from '../rulings/rows.js';
import type { Rulebook } from '../rulebook/schema.js';

/** What of a year still waits, by number. While any of it does, nothing is decided and nothing archived. */
export function openMattersOf(facts: Facts, year: number): readonly number[] {
  return facts
    .open()
    .filter((matter) => yearOfMatter(facts, matter) === year)
    .map(({ number }) => number);
}

/** Leave of that year's activities that waits for its ruling: it may still take back an absence. */
export function openLeavesOf(facts: Facts, year: number): readonly number[] {
  return facts
    .open()
    .filter((matter): matter is LeaveMatter => matter.kind === 'leave')
    .filter(({ activity }) => facts.get('activity', activity)?.at.startsWith(`${year}-`) === true)
    .map(({ number }) => number);
}

/** Activities of the year that are not closed: what they cost is not on record. */
export function unclosedIn(facts: Facts, year: number): readonly Activity[] {
  return announcedIn(facts).filter(({ at }) => yearOf(at) === year);
}

/** Confirmed deductions of ten points and more whose meeting day has not been reported (SPEC §2, hearing). */
export function withoutMeeting(facts: Facts, rulebook: Rulebook, year: number): readonly number[] {
  return facts
    .all('matter')
    .filter(isPoints)
    .filter((matter) => matter.state === 'confirmed' && yearOf(matter.deedOn) === year)
    .filter(({ points }) => -points >= rulebook.hearing.meetingDateFrom)
    .filter(({ number }) => meetingOf(facts, number) === undefined)
    .map(({ number }) => number);
}
