import type { Facts } from '../branch/facts.js';
import { holds } from '../branch/people.js';
import type { Activity, Attendance } from './rows.js';
import { addMinutes, type CivilTime } from '../period/civil.js';
import type { Rulebook } from '../rulebook/schema.js';
import { isCalled, type Due } from './standing.js';

/** When members may sign in by themselves, both ends included, to the minute. */
interface CheckInWindow {
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
  if (!rulebook.activities.checkIn.offered) return false;
  return activity.state === 'announced' && now >= from && toMinute(now) <= toMinute(until);
}

function toMinute(instant: CivilTime): string {
  return instant.slice(0, 16);
}

/** What somebody else entered about a person who keeps the roll, that person does not undo (SPEC §1, four eyes). */
export function isSettledForOneself(row: Attendance, keeper: number): boolean {
  return row.person === keeper && isCalled(row) && row.recordedBy !== keeper;
}

/** The recorder calls the roll; a secretary sees only to what concerns the recorder (SPEC §1). */
export function mayCall(facts: Facts, caller: number, named: readonly number[]): boolean {
  return holds(facts, caller, 'recorder') || named.every((person) => holds(facts, person, 'recorder'));
}

type Mark = 'present' | 'absent';

/** What a roll call says of those who are due; it leaves all others alone. */
export type Call =
  | { readonly kind: 'named'; readonly present: readonly number[]; readonly absent: readonly number[] }
  | {
      readonly kind: 'everybody';
      readonly except: readonly number[];
      /** Came for certain, whatever leave they asked for. */
      readonly came: readonly number[];
    };

/** What became of the register. All lists are numbers of persons. */
export interface Called {
  readonly rows: readonly Attendance[];
  /** Called absent, but on approved leave, which outranks it. */
  readonly keptOnLeave: readonly number[];
  /** 全到 does not touch those whose leave waits for a ruling: they said that they would not come. */
  readonly leftPending: readonly number[];
  /** Had signed in and were called absent: the roll call counts. */
  readonly overridden: readonly number[];
  /** Had been called absent, and came after all by 全到. */
  readonly cameAfterAll: readonly number[];
}

/** Applies a roll call to the register of one activity. */
export function callRoll(due: readonly Due[], call: Call, by: number, at: CivilTime): Called {
  const marked = due.flatMap((one) => {
    const mark = markOf(one, call);
    return mark === undefined ? [] : [{ one, mark }];
  });
  const absent = marked.filter(({ mark }) => mark === 'absent').map(({ one }) => one);
  return {
    rows: marked.flatMap(({ one, mark }) => rowAfter(one, mark, by, at)),
    keptOnLeave: persons(absent.filter(({ leave }) => leave?.state === 'confirmed')),
    leftPending:
      call.kind === 'everybody'
        ? persons(due.filter((one) => one.standing === 'leavePending' && markOf(one, call) === undefined))
        : [],
    cameAfterAll: persons(
      marked.flatMap(({ one, mark }) =>
        call.kind === 'everybody' && mark === 'present' && one.row.presence === 'absent' ? [one] : [],
      ),
    ),
    overridden: persons(absent.filter(({ row }) => hasSignedIn(row) && row.presence === 'present')),
  };
}

function markOf({ row, standing }: Due, call: Call): Mark | undefined {
  if (call.kind === 'named') {
    if (call.present.includes(row.person)) return 'present';
    return call.absent.includes(row.person) ? 'absent' : undefined;
  }
  if (call.except.includes(row.person)) return 'absent';
  if (call.came.includes(row.person)) return 'present';
  return standing === 'onLeave' || standing === 'leavePending' ? undefined : 'present';
}

/**
 * Nothing where the register already says so, except that what somebody else says of who entered it about himself is
 * theirs from now on; approved leave is never recorded as absence.
 */
function rowAfter({ row, leave }: Due, mark: Mark, by: number, at: CivilTime): readonly Attendance[] {
  const presence = mark === 'absent' && leave?.state === 'confirmed' ? 'unrecorded' : mark;
  const entersOwn = row.recordedBy === row.person && by !== row.person;
  if (row.presence === presence && !(entersOwn && isCalled(row))) return [];
  const source = hasSignedIn(row) ? 'calledAfterCheckIn' : 'rollCall';
  return [{ ...row, presence, source, recordedBy: by, recordedAt: at }];
}

export function hasSignedIn({ source }: Attendance): boolean {
  return source === 'checkIn' || source === 'calledAfterCheckIn';
}

function persons(due: readonly Due[]): readonly number[] {
  return due.map(({ row }) => row.person);
}
