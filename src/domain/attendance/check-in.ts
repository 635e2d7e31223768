import type { Activity } from './rows.js';
import { addMinutes, type CivilTime } from '../period/civil.js';
import type { Rulebook } from '../rulebook/schema.js';

/** When members may sign in by themselves, both ends included, to the minute. */
export interface CheckInWindow {
  readonly from: CivilTime;
  readonly until: CivilTime;
}

export function checkInWindow(rulebook: Rulebook, activity: Activity): CheckInWindow {
  const { minutesBefore, minutesAfter } = rulebook.activities.checkIn;
  return { from: addMinutes(activity.at, -minutesBefore), until: addMinutes(activity.at, minutesAfter) };
}

/** The last minute counts in full: people see minutes, not seconds. */
export function isCheckInOpen(rulebook: Rulebook, activity: Activity, now: CivilTime): boolean {
  const { from, until } = checkInWindow(rulebook, activity);
  return activity.state === 'announced' && now >= from && toMinute(now) <= toMinute(until);
}

function toMinute(instant: CivilTime): string {
  return instant.slice(0, 16);
}
