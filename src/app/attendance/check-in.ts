import { byTime } from '../../domain/period/civil.js';
import { z } from 'zod';
import { checkInWindow, isCheckInOpen, isSettledForOneself } from '../../domain/attendance/roll-call.js';
import { announcedIn, isDue, isDueAt } from '../../domain/attendance/standing.js';
import { holds, refById, refOf } from '../../domain/branch/people.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { put } from '../../domain/branch/rows.js';
import { here } from '../reply.js';
import { done, refuse, refuseQuietly, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { activityOf, refOfActivity } from '../../domain/attendance/references.js';

/** `/签到 [活动]`: only around the start and only who is due. Without a name, the one that is open now. */
export const checkIn = useCase({
  name: 'attendance.checkIn',
  who: 'members',
  place: 'anywhere',
  byProxy: 'allowed',
  input: z.strictObject({ activity: z.int().nullable() }),
  run: (context, { activity }) => {
    const { facts, rulebook, actor, now } = context;
    if (!rulebook.activities.checkIn.offered) return refuse('attendance.checkInOff', {});
    if (activity !== null) return signIn(context, activityOf(facts, activity));
    const announced = announcedIn(facts)
      .filter((one) => isDueAt(facts, one, actor.id))
      .sort(byTime);
    const open = announced.filter((one) => isCheckInOpen(rulebook, one, now));
    const [only, ...others] = open;
    if (only === undefined) {
      // Nothing is open: the refusal names the hours of the next one, else of the one just missed.
      const near = announced.find((one) => one.at > now) ?? announced.at(-1);
      return near === undefined ? refuse('attendance.noneOpen', {}) : signIn(context, near);
    }
    if (others.length === 0) return signIn(context, only);
    return refuse('attendance.whichCheckIn', {
      activities: open.map((one) => refOfActivity(facts, one)),
    });
  },
});

function signIn(context: ActorContext, activity: Activity): Outcome {
  const { facts, rulebook, actor, now } = context;
  const ref = refOfActivity(facts, activity);
  if (activity.state === 'closed') return refuse('attendance.alreadyClosed', { activity: ref });
  if (activity.state === 'cancelled') return refuse('attendance.notPlanned', { activity: ref });
  const row = facts.get('attendance', activity.id, actor.id);
  // The group would learn who is exempt.
  if (!isDue(facts, activity, row)) return refuseQuietly('attendance.notDue', { activity: ref });
  if (!isCheckInOpen(rulebook, activity, now)) {
    const { from, until } = checkInWindow(rulebook, activity);
    return refuse('attendance.checkInClosed', { activity: ref, from, until, early: now < from });
  }
  if (row.presence === 'present') return refuse('attendance.signedInBefore', { activity: ref });
  if (holds(facts, actor.id, 'recorder') && isSettledForOneself(row, actor.id))
    return refuse('attendance.ownSettled', { by: refById(facts, row.recordedBy ?? 0), activity: ref });
  return done({
    changes: [
      put('attendance', {
        ...row,
        presence: 'present',
        source: 'checkIn',
        recordedBy: (context.enteredBy ?? actor).id,
        recordedAt: now,
      }),
    ],
    ids: [activity.id],
    replies: [here('attendance.signedIn', { subject: refOf(facts, actor), activity: ref })],
  });
}
