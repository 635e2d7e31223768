import type { Facts } from '../branch/facts.js';
import type { Activity } from './rows.js';
import { byTime, dateOf, daysBetween, yearOf, type CivilTime } from '../period/civil.js';
import type { Rulebook } from '../rulebook/schema.js';
import { checkInWindow, isCheckInOpen } from './roll-call.js';
import { announcedIn, isDueAt } from './standing.js';

/** What the speaker wants with the activity; decides between several possible ones. */
export type Purpose =
  | 'plan'
  | 'move'
  | 'leave'
  | 'checkIn'
  | 'register'
  | 'minutes'
  | 'record'
  | 'archive'
  | 'putRight';

/** Who asks, and when. */
interface Asking {
  readonly facts: Facts;
  readonly rulebook: Rulebook;
  readonly now: CivilTime;
  /** Number of the person; null: none. */
  readonly person: number | null;
}

/**
 * The activities that a word can mean: the first set that is not empty, oldest first. More than one is
 * asked about, never guessed.
 *
 * @param fits the kind, and the day where one was written
 */
export function meant(
  asking: Asking,
  purpose: Purpose,
  fits: (activity: Activity) => boolean,
): readonly Activity[] {
  const { facts, person } = asking;
  const all = facts
    .all('activity')
    .filter((activity) => activity.state !== 'cancelled' && fits(activity))
    .sort(byTime);
  const personal = purpose === 'leave' || purpose === 'checkIn';
  const own = personal ? all.filter((activity) => person !== null && isDueAt(facts, activity, person)) : all;
  // Speakers due at none of them hear so, about the likeliest one.
  const pool = own.length > 0 ? own : all;
  return tiers(asking, purpose, pool).find((tier) => tier.length > 0) ?? [];
}

/** In the order in which they are tried. */
function tiers(
  { facts, rulebook, now, person }: Asking,
  purpose: Purpose,
  pool: readonly Activity[],
): readonly (readonly Activity[])[] {
  const announced = pool.filter(({ state }) => state === 'announced');
  const ahead = announced.filter(({ at }) => at > now);
  const begun = announced.filter(({ at }) => at <= now);
  const closed = pool.filter(({ state }) => state === 'closed');
  const recent = closed.filter((activity) => isLeaveInTime(rulebook, activity, now));
  const last = closed.slice(-1);
  switch (purpose) {
    case 'plan':
    case 'move':
      return [announced, last];
    case 'leave': {
      // 那天我在医院, while one is being held: it may be that one, or the next.
      const isThere = ({ id }: Activity) =>
        person !== null && facts.get('attendance', id, person)?.presence === 'present';
      const held = begun.filter((one) => dateOf(one.at) === dateOf(now) && !isThere(one));
      const either = ahead.length > 0 ? [...held, ...ahead] : [];
      return [either, [...recent, ...begun].sort(byTime), last];
    }
    case 'checkIn': {
      const open = announced.filter((activity) => isCheckInOpen(rulebook, activity, now));
      return [open, ahead.slice(0, 1), begun.slice(-1), last];
    }
    case 'register': {
      // The door opens with the sign-in: from then on it is the one that is being held.
      const held = announced.filter((activity) => checkInWindow(rulebook, activity).from <= now);
      return [held, ahead, last];
    }
    case 'minutes':
      return [begun, last, ahead];
    case 'record': {
      // A record of long ago is asked for by its day; of one day there may be several.
      const held = pool.filter(({ at }) => at <= now);
      const day = dateOf(held.at(-1)?.at ?? '');
      return [held.filter(({ at }) => dateOf(at) === day), ahead];
    }
    case 'archive':
    case 'putRight':
      return [last, begun, ahead];
  }
}

/** Leave may be asked for until the closing, and for so many days after the day of the closing. */
export function isLeaveInTime(rulebook: Rulebook, activity: Activity, now: CivilTime): boolean {
  if (activity.state === 'cancelled') return false;
  if (activity.closedAt === null) return true;
  return daysBetween(dateOf(activity.closedAt), dateOf(now)) <= rulebook.leave.lateRequestDays;
}

/** An activity, by what people call it. `kind` is an id of the rulebook, `at` an instant. */
export interface ActivityRef {
  readonly id: number;
  readonly kind: string;
  readonly at: string;
  /** How little must be written for it to be meant: no more than the kind, where only one of it is announced. */
  readonly by: 'kind' | 'day' | 'time' | 'number';
}

/**
 * Named by its kind; with the day where another of the kind is announced, with the time on one day, and by its number
 * where two are held at one hour.
 */
export function refOfActivity(facts: Facts, activity: Activity): ActivityRef {
  const { id, kind, at } = activity;
  const isAnother = (other: Activity) => other.id !== id && other.kind === kind;
  const announced = announcedIn(facts).filter(isAnother);
  const sameDay = announced.some((other) => dateOf(other.at) === dateOf(at));
  const by = announced.length === 0 ? 'kind' : sameDay ? 'time' : 'day';
  const sameTime = facts
    .of('activity', yearOf(at))
    .some((other) => other.at === at && isAnother(other) && other.state !== 'cancelled');
  return { id, kind, at, by: sameTime ? 'number' : by };
}

export function activityOf(facts: Facts, id: number): Activity {
  const activity = facts.get('activity', id);
  if (activity === undefined) throw new Error(`no activity ${id}`);
  return activity;
}
