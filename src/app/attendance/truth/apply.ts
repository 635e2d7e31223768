import { expected } from '../../../domain/attendance/audience.js';
import { activityOf, refOfActivity } from '../../../domain/attendance/references.js';
import type { Attendance, Recorded, Truth } from '../../../domain/attendance/rows.js';
import { changesOf, dueFrom } from '../../../domain/attendance/standing.js';
import type { Facts } from '../../../domain/branch/facts.js';
import { refById } from '../../../domain/branch/people.js';
import { put } from '../../../domain/branch/rows.js';
import { yearOf } from '../../../domain/period/civil.js';
import { keepPrivate } from '../../../domain/private.js';
import { scoreOf } from '../../../domain/year/table/score.js';
import { toPerson, type Reply } from '../../reply.js';
import type { ActorContext } from '../../use-case.js';
import { endBrokenRuns } from '../../veto/broken.js';
import { settle, type Settled } from '../settle.js';

/** What a ruling found: of whom, where, and by which matter. */
interface Found {
  readonly number: number;
  readonly activity: number;
  readonly person: number;
  readonly truth: Truth;
}

/**
 * Puts a closed register right: what stood is kept, what is true is what everything reads from now on, and the item-16
 * lines of the year follow. In an archived year what is owed is drafted for 上级 (SPEC §3, 补正).
 */
export function applyTruth(context: ActorContext, { number, activity, person, truth }: Found): Settled {
  const { facts, actor, now } = context;
  const held = activityOf(facts, activity);
  const row = facts.get('attendance', activity, person) ?? { ...expected(activity, person), due: false };
  const { presence, source, recordedBy, recordedAt } = row;
  const found: Attendance = {
    ...row,
    presence: truth.as === 'leave' ? 'unrecorded' : truth.as,
    source: 'ruling',
    recordedBy: actor.id,
    recordedAt: now,
  };
  const written = [
    put('attendanceChange', {
      ...{ activity, person, truth, matter: number, by: actor.id, at: now },
      no: changesOf(facts, activity, person).length + 1,
      before: { presence, source, recordedBy, recordedAt },
    }),
    put('attendance', found),
    // A leave that still waits asks for nothing any more: what is true has been ruled.
    ...facts
      .of('matter', person)
      .filter((matter) => matter.kind === 'leave' && matter.activity === activity && matter.state === 'open')
      .map((matter) => put('matter', { ...matter, state: 'closed' })),
  ];
  const ruled = { number, activity, supplements: true };
  const settled = settle({ ...context, facts: facts.with(written) }, person, yearOf(held.at), ruled);
  const changes = [...written, ...settled.changes];
  const after = facts.with(changes);
  const ended = endBrokenRuns(context, { before: facts, after, member: person, matter: number });
  return {
    ...settled,
    changes: [...changes, ...ended.changes],
    replies: [...settled.replies, ...ended.replies],
  };
}

/** What follows for the score, to the people whom it concerns. */
export function tellPutRight(
  { facts, rulebook }: ActorContext,
  { number, activity, person, truth }: Found,
  { changes, dropped, drafts, reversed }: Settled,
  told: readonly number[],
): readonly Reply[] {
  const after = facts.with(changes);
  const undone =
    reversed === null
      ? null
      : {
          points: reversed.points,
          year: reversed.year,
          total: scoreOf(after, rulebook, person, reversed.year).total,
        };
  return [...new Set(told)].map((id) =>
    toPerson(id, 'attendance.putRight', {
      number: keepPrivate(number),
      activity: refOfActivity(facts, activityOf(facts, activity)),
      person: refById(facts, person),
      toSubject: id === person,
      truth: keepPrivate(truth),
      dropped: keepPrivate(dropped),
      drafted: keepPrivate(drafts.map((draft) => draft.number)),
      reversed: keepPrivate(undone),
    }),
  );
}

/** What the register says of somebody, as a ruling would find it; null: nothing is recorded. */
export function truthNow(facts: Facts, activity: number, person: number): Recorded | null {
  const row = facts.get('attendance', activity, person);
  if (row === undefined) return null;
  const { standing, leaveKind } = dueFrom(facts, row);
  if (standing === 'onLeave') return { as: 'leave', leaveKind: leaveKind ?? '' };
  return standing === 'unrecorded' ? null : { as: standing };
}

export function isSameTruth(one: Recorded | null, other: Recorded | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.as !== 'leave' || other.as !== 'leave') return one.as === other.as;
  return one.leaveKind === other.leaveKind;
}
