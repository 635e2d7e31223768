import { z } from 'zod';
import { dueOf, isCalled } from '../../domain/attendance/standing.js';
import type { Facts } from '../../domain/branch/facts.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { holds } from '../../domain/branch/people.js';
import { put, type Change } from '../../domain/branch/rows.js';
import type { LeaveMatter } from '../../domain/rulings/rows.js';
import { here, toGroup, toPerson, toSpeaker, type Reply } from '../reply.js';
import type { AttendanceSays } from './says.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { phoneList } from '../care/phone-list.js';
import { longestTopic } from './announce.js';
import { clashesOf } from './cards.js';
import { activityOf, refOfActivity } from '../../domain/attendance/references.js';

/**
 * `/改期`: a new time, a new place or both for an announced activity. Leave stays valid, for the reason may well last; who can
 * come now gives it up. What was signed or called for an old time is forgotten.
 */
export const rescheduleActivity = useCase({
  name: 'attendance.reschedule',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input: z.strictObject({ activity: z.int(), at: z.string().nullable(), where: z.string().nullable() }),
  run: (context, input) => {
    const { facts, now } = context;
    const before = activityOf(facts, input.activity);
    const at = input.at ?? before.at;
    const place = input.where ?? before.place;
    const isMoved = at !== before.at;
    if (before.state !== 'announced')
      return refuse('attendance.notPlanned', { activity: refOfActivity(facts, before) });
    if (!isMoved && place === before.place)
      return refuse('attendance.sameTime', { activity: refOfActivity(facts, before) });
    if (place.length > longestTopic) return refuse('attendance.textTooLong', { most: longestTopic });
    if (!isMoved) return moveTo(context, before, place);
    if (at <= now) return refuse('attendance.past', { at });
    const called = keptFromUndoing(context, before);
    if (called !== undefined)
      return refuse('attendance.calledAlready', { ...called, wish: 'move', at, where: input.where });
    // Announced again: reminders due before now are not owed (domain/notice/reminders.ts).
    const moved: Activity = { ...before, at, place, calledAt: now };
    const changes: Change[] = [put('activity', moved), ...forgotten(facts, before)];
    const after = facts.with(changes);
    const activity = refOfActivity(after, moved);
    const clashes = clashesOf(after, moved);
    const replies: Reply[] = [
      toGroup('attendance.rescheduled', { activity, from: before.at, place, before: before.place }),
      ...told(context, 'rescheduled', moved),
      ...(clashes.length > 0 ? [here('attendance.clashes', { clashes })] : []),
      ...leavesOf(after, moved).map(({ number, subject }) =>
        toPerson(subject, 'attendance.leaveStays', { number, activity }),
      ),
      ...phoneList(context, after, dueAt(after, moved), { kind: 'rescheduled', activity }),
    ];
    return done({ changes, replies, ids: [before.id] });
  },
});

/** Another room at the same hour: nothing that was signed or asked for is touched. */
function moveTo(context: ActorContext, before: Activity, place: string): Outcome {
  const { facts } = context;
  const moved: Activity = { ...before, place };
  const activity = refOfActivity(facts, moved);
  const replies: Reply[] = [
    toGroup('attendance.placeChanged', { activity, place, before: before.place }),
    ...told(context, 'placeChanged', moved),
    ...phoneList(context, facts, dueAt(facts, before), { kind: 'placeChanged', activity, place }),
  ];
  return done({ changes: [put('activity', moved)], replies, ids: [before.id] });
}

/** `/取消活动`: what waits for a ruling falls with it; approved leave stays on record and does not count. */
export const cancelActivity = useCase({
  name: 'attendance.cancel',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input: z.strictObject({ activity: z.int(), reason: z.string() }),
  run: (context, input) => {
    const { facts } = context;
    const before = activityOf(facts, input.activity);
    const { reason } = input;
    const activity = refOfActivity(facts, before);
    if (before.state !== 'announced') return refuse('attendance.notPlanned', { activity });
    if (reason.length > longestTopic) return refuse('attendance.textTooLong', { most: longestTopic });
    const called = keptFromUndoing(context, before);
    if (called !== undefined)
      return refuse('attendance.calledAlready', { ...called, wish: 'cancel', reason });
    const cancelled: Activity = { ...before, state: 'cancelled', cancelReason: reason };
    const changes: Change[] = [
      put('activity', cancelled),
      ...leavesOf(facts, before)
        .filter(({ state }) => state === 'open')
        .map((leave) => put('matter', { ...leave, state: 'closed' })),
    ];
    const replies = [
      toGroup('attendance.cancelled', { activity, reason }),
      ...told(context, 'cancelled', cancelled),
      ...phoneList(context, facts, dueAt(facts, before), { kind: 'cancelled', activity }),
    ];
    return done({ changes, replies, ids: [before.id] });
  },
});

/** After a line typed in private: the speaker sees that the group has heard. */
function told(
  { facts, place }: ActorContext,
  what: AttendanceSays['done']['what'],
  moved: Activity,
): readonly Reply[] {
  if (place === 'group') return [];
  return [toSpeaker('attendance.done', { activity: refOfActivity(facts, moved), what })];
}

function forgotten(facts: Facts, activity: Activity): readonly Change[] {
  return facts
    .of('attendance', activity.id)
    .filter(({ presence }) => presence !== 'unrecorded')
    .map((row) =>
      put('attendance', {
        ...row,
        presence: 'unrecorded',
        source: null,
        recordedBy: null,
        recordedAt: null,
      }),
    );
}

/**
 * Once a roll call found people present it was held: whoever calls the roll does not make that undone, the secretary
 * may.
 */
function keptFromUndoing({ facts, actor }: ActorContext, activity: Activity) {
  const rows = facts.of('attendance', activity.id).filter(({ presence }) => presence === 'present');
  if (!rows.some(isCalled) || holds(facts, actor.id, 'secretary')) return undefined;
  return { activity: refOfActivity(facts, activity), present: rows.length };
}

function dueAt(facts: Facts, activity: Activity): readonly number[] {
  return dueOf(facts, activity).map(({ row }) => row.person);
}

function leavesOf(facts: Facts, activity: Activity): readonly LeaveMatter[] {
  return dueOf(facts, activity).flatMap(({ leave }) => (leave === undefined ? [] : [leave]));
}
