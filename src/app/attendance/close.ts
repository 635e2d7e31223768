import { z } from 'zod';
import { dueOf, type Due } from '../../domain/attendance/standing.js';
import type { Facts } from '../../domain/branch/facts.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { holders, holds, refOf } from '../../domain/branch/people.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { pointsCard } from '../matters/points.js';
import { here, toGroup, toSpeaker, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { countsOf, listsOf, type Counts } from './cards.js';
import { activityOf, refOfActivity } from '../../domain/attendance/references.js';
import { endBrokenRuns } from '../veto/broken.js';
import { settle, type Settled } from './settle.js';

/**
 * `/结束`: closes the register and drafts the item-16 matters. Leave that waits for its ruling and people of
 * whom nothing is recorded cost nothing, and have to be accepted with `是`.
 */
export const closeActivity = useCase({
  name: 'attendance.close',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input: z.strictObject({ activity: z.int(), accepted: z.boolean(), hours: z.number().nullable() }),
  run: (context, { activity: id, accepted, hours }) => {
    const { facts, now } = context;
    const held = activityOf(facts, id);
    const activity = hours === null ? held : { ...held, hours };
    const ref = refOfActivity(facts, activity);
    if (hours !== null && !context.rulebookOf(yearOf(held.at)).quotaRules.studyHours.counted)
      return refuse('attendance.hoursOff', {});
    // What was forgotten at the closing moves no point, so it is added.
    if (activity.state === 'closed' && hours !== null && hours !== held.hours)
      return done({
        changes: [put('activity', activity)],
        ids: [id],
        replies: [toSpeaker('attendance.hoursKept', { activity: ref, hours })],
      });
    if (activity.state === 'closed') return refuse('attendance.alreadyClosed', { activity: ref });
    if (activity.state === 'cancelled') return refuse('attendance.notPlanned', { activity: ref });
    if (activity.at > now) return refuse('attendance.notBegun', { activity: ref });
    const counts = countsOf(facts, activity);
    const recorders = holders(facts, 'recorder');
    if (isUntouched(counts) && recorders.length > 0 && !holds(facts, context.actor.id, 'recorder'))
      return refuse('attendance.nobodyCalled', {
        activity: ref,
        recorders: recorders.map((person) => refOf(facts, person)),
      });
    const waits = counts.leavePending + counts.unrecorded > 0;
    return waits && !accepted ? askFirst(context, activity) : close(context, activity);
  },
});

/** Nothing was entered: who cannot call the roll would close an empty register, and each line of it then wants a ruling. */
function isUntouched({ present, absent, onLeave, unrecorded }: Counts): boolean {
  return present + absent + onLeave === 0 && unrecorded > 0;
}

function askFirst({ facts, place }: ActorContext, activity: Activity): Outcome {
  const ref = refOfActivity(facts, activity);
  const counts = countsOf(facts, activity);
  const lists = keepPrivate(listsOf(facts, activity));
  return done({
    replies: [
      ...(place === 'group' ? [here('attendance.closingWaits', { activity: ref, counts })] : []),
      toSpeaker('attendance.closingWaitsFor', { activity: ref, lists }),
    ],
  });
}

function close(context: ActorContext, activity: Activity): Outcome {
  const { actor, now } = context;
  const due = dueOf(context.facts, activity);
  const closed: Activity = { ...activity, state: 'closed', closedBy: actor.id, closedAt: now };
  const changes: Change[] = [put('activity', closed), ...due.flatMap((one) => tidied(context, one))];
  let facts = context.facts.with(changes);
  const settled: Settled[] = [];
  for (const { row } of due) {
    const next = settle({ ...context, facts }, row.person, yearOf(activity.at), null);
    facts = facts.with(next.changes);
    settled.push(next);
  }
  const drafts = settled.flatMap((one) => one.drafts);
  // A register closed late may hold somebody who was taken for absent for months.
  const ended = facts.of('attendance', activity.id).map(({ person: member }) => {
    const next = endBrokenRuns(context, { before: context.facts, after: facts, member, matter: null });
    facts = facts.with(next.changes);
    return next;
  });
  return done({
    changes: [...changes, ...[...settled, ...ended].flatMap((one) => one.changes)],
    ids: [activity.id, ...drafts.map(({ number }) => number)],
    replies: [
      ...report(
        facts,
        closed,
        drafts.map((matter) => pointsCard(facts, matter)),
        context.rulebookOf(yearOf(closed.at)).quotaRules.studyHours.counted ? (closed.hours ?? 0) : null,
      ),
      ...[...settled, ...ended].flatMap((one) => one.replies),
    ],
  });
}

/**
 * Members who asked for leave and were not seen are recorded absent, so that a later rejection applies to them; the
 * leave of those who came falls with the closing.
 */
function tidied({ actor, now }: ActorContext, { row, leave, standing }: Due): readonly Change[] {
  if (standing === 'present' && leave?.state === 'open')
    return [put('matter', { ...leave, state: 'closed' })];
  if (standing !== 'leavePending' || row.presence !== 'unrecorded') return [];
  const seen = { presence: 'absent', source: 'rollCall', recordedBy: actor.id, recordedAt: now } as const;
  return [put('attendance', { ...row, ...seen })];
}

function report(
  facts: Facts,
  closed: Activity,
  drafts: readonly ReturnType<typeof pointsCard>[],
  hours: number | null,
): readonly Reply[] {
  const activity = refOfActivity(facts, closed);
  return [
    toGroup('attendance.closed', { activity, counts: countsOf(facts, closed) }),
    toSpeaker('attendance.closedFor', {
      activity,
      lists: keepPrivate(listsOf(facts, closed)),
      drafts: keepPrivate(drafts),
      hours,
    }),
  ];
}
