/** Reminders of activities, in the group. */
import { remindOfActivity } from '../../app/notices/remind.js';
import type { PushKind } from '../../app/ports/health.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { remindersOf, type ReminderMoment } from '../../domain/notice/reminders.js';
import { definePush, type Push } from '../push.js';

/**
 * Late is fine until the activity begins, and for the first reminder until the second. A moved activity has other due
 * times, so its reminders are other messages.
 */
function reminders<const K extends PushKind>(kind: K, moment: ReminderMoment): Push<K> {
  return definePush({
    kind,
    anyDay: true,
    of: ({ facts }, from) =>
      facts.all('activity').filter(({ at, state }) => at > from && state === 'announced'),
    dueOf: (activity: Activity, { rulebook }) => {
      const both = remindersOf(activity, rulebook);
      return both.flatMap(({ moment: which, due }, index) =>
        which === moment ? [{ due, until: both[index + 1]?.due ?? activity.at }] : [],
      );
    },
    worth: ({ until }) => until,
    run: (_, __, { id, at }) => ({
      subject: id,
      intent: remindOfActivity.intent({ activity: id, at, moment }),
    }),
  });
}

export const dayReminders = reminders('remind-day', 'day');
export const hoursReminders = reminders('remind-hours', 'hours');
