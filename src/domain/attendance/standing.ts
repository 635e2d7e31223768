import type { Facts } from '../branch/facts.js';
import { indexBy } from '../branch/index-by.js';
import { onceFor } from '../branch/once-for.js';
import { personOf } from '../branch/people.js';
import type { Activity, Attendance, AttendanceChange, Truth } from './rows.js';
import type { LeaveMatter, Matter } from '../rulings/rows.js';
import { byTime, dateOf, isIn, yearOf, type Days } from '../period/civil.js';

/** A member who is due, from the register and their leave together. */
export type Standing = 'present' | 'onLeave' | 'leavePending' | 'absent' | 'unrecorded';

/** A member who is due, with what the register and their leave say. */
export interface Due {
  readonly row: Attendance;
  readonly leave: LeaveMatter | undefined;
  /** Of the leave that counts, or waits. */
  readonly leaveKind: string | null;
  readonly standing: Standing;
}

/** Activities held and closed in a period, in order. */
export function heldIn(facts: Facts, days: Days): readonly Activity[] {
  const [first, last] = [yearOf(days.first), yearOf(days.last)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => facts.of('activity', first + at))
    .flat()
    .filter(({ state, at }) => state === 'closed' && isIn(days, dateOf(at)))
    .sort(byTime);
}

/** Activities that were called and are not closed: few, while a branch has thousands behind it. */
export function announcedIn(facts: Facts): readonly Activity[] {
  return announced(facts.all('activity'));
}

const announced = onceFor((activities: readonly Activity[]) =>
  activities.filter(({ state }) => state === 'announced'),
);

const leaves = indexBy(
  (matter: Matter): matter is LeaveMatter => matter.kind === 'leave',
  ({ activity }) => activity,
);

/**
 * The leave that counts for an activity: the approved one, else the one that waits. None once a ruling found what is
 * true: that outranks it.
 */
export function leaveOf(facts: Facts, activity: number, person: number): LeaveMatter | undefined {
  if (truthOf(facts, activity, person) !== undefined) return undefined;
  const own = leaves(facts.of('matter', person), activity);
  return own.find(({ state }) => state === 'confirmed') ?? own.find(({ state }) => state === 'open');
}

/** What rulings found to be true of a member after the closing, the latest last. */
export function changesOf(facts: Facts, activity: number, person: number): readonly AttendanceChange[] {
  return facts.of('attendanceChange', activity).filter((change) => change.person === person);
}

/** The latest of them; undefined: the register is what it was. */
export function truthOf(facts: Facts, activity: number, person: number): Truth | undefined {
  return changesOf(facts, activity, person).at(-1)?.truth;
}

/** Coming after all outranks any leave; approved leave outranks absence. */
export function standingOf(row: Attendance, leave: LeaveMatter | undefined): Standing {
  if (row.presence === 'present') return 'present';
  if (leave?.state === 'confirmed') return 'onLeave';
  return leave?.state === 'open' ? 'leavePending' : row.presence;
}

/** The register, the leave and what rulings found, together. */
export function dueFrom(facts: Facts, row: Attendance): Due {
  const truth = truthOf(facts, row.activity, row.person);
  if (truth?.as === 'leave')
    return { row, leave: undefined, leaveKind: truth.leaveKind, standing: 'onLeave' };
  const leave = leaveOf(facts, row.activity, row.person);
  return { row, leave, leaveKind: leave?.leaveKind ?? null, standing: standingOf(row, leave) };
}

/** Who has left is not due at what comes afterwards; of the day itself they owe what had begun (`departure`). */
export function isDue(facts: Facts, activity: Activity, row: Attendance | undefined): row is Attendance {
  if (row?.due !== true) return false;
  const { leftOn } = personOf(facts, row.person);
  return leftOn === null || leftOn >= dateOf(activity.at);
}

export function isDueAt(facts: Facts, activity: Activity, person: number): boolean {
  return isDue(facts, activity, facts.get('attendance', activity.id, person));
}

/** Everybody who is due, in the order of the roster. */
export function dueOf(facts: Facts, activity: Activity): readonly Due[] {
  return facts
    .of('attendance', activity.id)
    .filter((row) => isDue(facts, activity, row))
    .map((row) => dueFrom(facts, row))
    .sort((one, other) => one.row.person - other.row.person);
}

/** By a roll call, whoever signed in before. */
export function isCalled({ source }: Pick<Attendance, 'source'>): boolean {
  return source === 'rollCall' || source === 'calledAfterCheckIn';
}

/** Whether somebody called a member at an activity, as the register says it or said it before it was put right. */
export function hasCalled(facts: Facts, activity: number, member: number, person: number): boolean {
  const now = facts.get('attendance', activity, member);
  const before = changesOf(facts, activity, member).map((change) => change.before);
  return [...before, ...(now === undefined ? [] : [now])].some(
    (row) => isCalled(row) && row.recordedBy === person,
  );
}
