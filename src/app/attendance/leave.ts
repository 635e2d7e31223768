import { z } from 'zod';
import { openMatter } from '../../domain/matters/open-matter.js';
import { isLeaveInTime, activityOf, refOfActivity } from '../../domain/attendance/references.js';
import { isDue, leaveOf, truthOf } from '../../domain/attendance/standing.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Facts } from '../../domain/branch/facts.js';
import { isHere, personOf, refOf, type PersonRef } from '../../domain/branch/people.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import type { LeaveMatter } from '../../domain/rulings/rows.js';
import { announceReady, firstInLine, seatOf } from '../matters/announce.js';
import { here, toPerson, toSpeaker, type Reply } from '../reply.js';
import { done, refuse, refuseQuietly, useCase, type ActorContext, type Outcome } from '../use-case.js';

const longestReason = 500;

/** Once the activity had begun, nobody asks for leave in advance: who rules on it is to see that. */
export function isAfterwards({ openedAt }: LeaveMatter, { at }: Activity): boolean {
  return openedAt > at;
}

/** `/代`: for whom, so that recorders do not copy a line about themselves. */
function enteredFor({ facts, actor, enteredBy }: ActorContext): PersonRef | null {
  return enteredBy === null ? null : refOf(facts, actor);
}

/**
 * `/请假`: the reason is optional and private, like the kind. The answer goes to the group unchanged, so it contains
 * neither.
 */
export const askLeave = useCase({
  name: 'attendance.askLeave',
  who: 'members',
  place: 'anywhere',
  byProxy: 'allowed',
  input: z.strictObject({
    activity: z.int(),
    kind: z.string().nullable(),
    /** The kind was seen from the reason: 出差. */
    bySaying: z.boolean(),
    reason: z.string().nullable(),
  }),
  isPersonal: ({ kind, reason }, { rulebook }) =>
    reason !== null || rulebook.leave.kinds.find(({ id }) => id === kind)?.askReason === false,
  run: (context, { activity: id, kind, bySaying, reason }) => {
    const { facts, rulebook, actor, now, kinds, place } = context;
    const activity = activityOf(facts, id);
    const { defaultKind, kinds: leaveKinds } = context.rulebookOf(yearOf(activity.at)).leave;
    // What is not asked for is not kept either, where it only says the kind.
    const asksReason = leaveKinds.find(({ id: one }) => one === kind)?.askReason !== false;
    if (reason !== null && reason.length > longestReason)
      return refuse('attendance.textTooLong', { most: longestReason });
    const refused = refusal(context, activity);
    if (refused !== undefined) return refused;
    const matter: LeaveMatter = {
      ...openMatter(facts, now, { subject: actor.id, proposer: actor.id }),
      kind: 'leave',
      activity: id,
      leaveKind: kind ?? defaultKind,
      reason: bySaying && !asksReason ? null : reason,
    };
    const changes = [put('matter', matter)];
    const after = facts.with(changes);
    const isDefault = kind === null;
    // Where a reason was written in the group, what kind it was taken for is for its writer alone.
    const isToldApart = isDefault && reason !== null && place === 'group';
    return done({
      changes,
      ids: [matter.number, id],
      replies: [
        here('attendance.leaveAsked', {
          number: matter.number,
          subject: refOf(facts, actor),
          activity: refOfActivity(facts, activity),
          awaits: seatOf(after, matter),
          byDefault: isDefault && !isToldApart ? defaultKind : null,
          afterwards: isAfterwards(matter, activity),
          entered: enteredFor(context),
        }),
        ...(isToldApart || (bySaying && !isDefault)
          ? [
              toSpeaker('attendance.leaveKindSaid', {
                number: matter.number,
                activity: refOfActivity(facts, activity),
                kind: keepPrivate(matter.leaveKind),
                bySaying,
                entered: enteredFor(context),
              }),
            ]
          : []),
        ...announceReady({ facts: after, rulebook, kinds }, matter),
      ],
    });
  },
});

function refusal(context: ActorContext, activity: Activity): Outcome | undefined {
  const { facts, rulebook, actor, now } = context;
  const ref = refOfActivity(facts, activity);
  const row = facts.get('attendance', activity.id, actor.id);
  if (activity.state === 'cancelled') return refuse('attendance.notPlanned', { activity: ref });
  if (!isDue(facts, activity, row))
    // The group would learn who is exempt.
    return refuseQuietly('attendance.leaveRefused', { activity: ref, why: 'notDue' });
  if (truthOf(facts, activity.id, actor.id) !== undefined)
    return refuse('attendance.leaveRefused', { activity: ref, why: 'ruled' });
  const before = leaveOf(facts, activity.id, actor.id);
  if (before !== undefined)
    return refuse('attendance.leaveTwice', {
      number: before.number,
      activity: ref,
      approved: before.state === 'confirmed',
      closed: activity.state === 'closed',
      entered: enteredFor(context),
    });
  if (!isLeaveInTime(rulebook, activity, now))
    return refuse('attendance.leaveRefused', { activity: ref, why: 'tooLate' });
  if (activity.state === 'closed' && row.presence === 'present')
    return refuse('attendance.leaveRefused', { activity: ref, why: 'wasPresent' });
  return undefined;
}

/** The speaker's own, as long as they are of an activity that is not over. */
export function leavesToGiveUp({ facts, actor }: ActorContext): readonly LeaveMatter[] {
  return facts
    .of('matter', actor.id)
    .filter((matter): matter is LeaveMatter => matter.kind === 'leave')
    .filter((matter) => whyKept(facts, matter) === undefined);
}

function whyKept(facts: Facts, { state, activity }: LeaveMatter): 'decided' | 'closed' | undefined {
  if (state !== 'open' && state !== 'confirmed') return 'decided';
  return activityOf(facts, activity).state === 'announced' ? undefined : 'closed';
}

/** `/销假 N`: one's own leave, before the activity is closed. */
export const giveUpLeave = useCase({
  name: 'attendance.giveUpLeave',
  who: 'members',
  place: 'anywhere',
  byProxy: 'allowed',
  input: z.strictObject({ number: z.int() }),
  run: (context, { number }) => {
    const { facts, actor } = context;
    const matter = facts.get('matter', number);
    // Other people's leave gets the answer of a number that does not exist.
    if (matter?.kind !== 'leave' || matter.subject !== actor.id)
      return refuse('attendance.noLeave', { number });
    const why = whyKept(facts, matter);
    if (why !== undefined) return refuse('attendance.leaveOver', { number, why });
    const activity = activityOf(facts, matter.activity);
    const state = matter.state === 'open' ? 'withdrawn' : 'cancelled';
    return done({
      changes: [put('matter', { ...matter, state })],
      ids: [number, activity.id],
      replies: [
        here('attendance.leaveGivenUp', {
          number,
          subject: refOf(facts, actor),
          activity: refOfActivity(facts, activity),
        }),
        ...tellOfGivenUp(context, matter),
      ],
    });
  },
});

/** Who approved it counts on the absence, and who was asked to need not decide any more. */
function tellOfGivenUp({ facts, actor }: ActorContext, matter: LeaveMatter): readonly Reply[] {
  const { number, state } = matter;
  const ruling = facts.get('ruling', number);
  const persons =
    ruling === undefined ? firstInLine(facts, matter) : [personOf(facts, ruling.ruler)].filter(isHere);
  const told = {
    number,
    subject: refOf(facts, actor),
    activity: refOfActivity(facts, activityOf(facts, matter.activity)),
    approved: state === 'confirmed',
  };
  return persons
    .filter(({ id }) => id !== actor.id)
    .map(({ id }) => toPerson(id, 'attendance.leaveGivenUpTo', told));
}
