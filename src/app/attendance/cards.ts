import { refOfActivity, type ActivityRef } from '../../domain/attendance/references.js';
import { announcedIn, dueOf, type Due, type Standing } from '../../domain/attendance/standing.js';
import type { Facts } from '../../domain/branch/facts.js';
import { holders, refById, type PersonRef } from '../../domain/branch/people.js';
import type { Activity, Attendance } from '../../domain/attendance/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { dateOf } from '../../domain/period/civil.js';

/** What the announcement may be mixed up with. */
export interface Clash {
  readonly kind: 'sameTime' | 'sameDay';
  readonly activity: ActivityRef;
}

/** Counts for the group, without names. To a voluntary activity nobody is due: only who came counts. */
export interface Counts {
  readonly required: boolean;
  readonly due: number;
  readonly present: number;
  readonly onLeave: number;
  readonly absent: number;
  readonly leavePending: number;
  readonly unrecorded: number;
}

/** The same by name, for those who keep the register. */
export interface Lists {
  readonly present: readonly PersonRef[];
  readonly guests: readonly PersonRef[];
  readonly onLeave: readonly PersonRef[];
  readonly absent: readonly PersonRef[];
  readonly leavePending: readonly { readonly person: PersonRef; readonly number: number }[];
  readonly unrecorded: readonly PersonRef[];
}

export function countsOf(facts: Facts, activity: Activity): Counts {
  const { required } = activity;
  if (!required) {
    const none = { due: 0, onLeave: 0, absent: 0, leavePending: 0, unrecorded: 0 };
    return { required, ...none, present: cameTo(facts, activity).length };
  }
  const due = dueOf(facts, activity);
  const of = (standing: Standing) => due.filter((one) => one.standing === standing).length;
  return {
    required,
    due: due.length,
    present: of('present'),
    onLeave: of('onLeave'),
    absent: of('absent'),
    leavePending: of('leavePending'),
    unrecorded: of('unrecorded'),
  };
}

/** Everybody who came, due or not. */
function cameTo(facts: Facts, { id }: Activity): readonly Attendance[] {
  return facts.of('attendance', id).filter(({ presence }) => presence === 'present');
}

export function listsOf(facts: Facts, activity: Activity): Lists {
  const came = cameTo(facts, activity);
  const refs = (rows: readonly Attendance[]) => rows.map(({ person }) => refById(facts, person));
  if (!activity.required)
    return {
      present: refs(came),
      guests: [],
      onLeave: [],
      absent: [],
      leavePending: [],
      unrecorded: [],
    };
  const due = dueOf(facts, activity);
  const of = (standing: Standing) => due.filter((one) => one.standing === standing);
  const named = (standing: Standing) => of(standing).map(({ row }) => refById(facts, row.person));
  return {
    present: named('present'),
    guests: refs(came.filter((row) => !row.due)),
    onLeave: named('onLeave'),
    absent: named('absent'),
    leavePending: of('leavePending').map((one) => ({
      person: refById(facts, one.row.person),
      number: numberOf(one),
    })),
    unrecorded: named('unrecorded'),
  };
}

function numberOf({ leave }: Due): number {
  if (leave === undefined) throw new Error('somebody waits for a leave that he did not ask for');
  return leave.number;
}

/** Announced activities of the same kind on the same day, or of another at the same instant. */
export function clashesOf(facts: Facts, activity: Activity): readonly Clash[] {
  return announcedIn(facts)
    .filter(({ id }) => id !== activity.id)
    .flatMap((other): Clash[] => {
      const alike = other.kind === activity.kind;
      if (other.at === activity.at && !alike)
        return [{ kind: 'sameTime', activity: refOfActivity(facts, other) }];
      const sameDay = alike && dateOf(other.at) === dateOf(activity.at);
      return sameDay ? [{ kind: 'sameDay', activity: refOfActivity(facts, other) }] : [];
    });
}

/** The title of a kind, as the rulebook has it. */
function kindLabel(rulebook: Rulebook, kind: string): string {
  return rulebook.activities.kinds.find(({ id }) => id === kind)?.label ?? kind;
}

/**
 * The reason the register gives for a drafted deduction; the card shows the day beside it. With the clock time no two
 * activities of a day look like one deed.
 */
export function registerText(rulebook: Rulebook, { kind, at }: Activity): string {
  return `${kindLabel(rulebook, kind)} ${at.slice(11, 16)}`;
}

export function secretariesOf(facts: Facts): readonly number[] {
  return holders(facts, 'secretary').map(({ id }) => id);
}
