import { remindOfActivity } from '../app/notices/remind.js';
import { remindersOf, type ReminderMoment } from '../domain/notice/reminders.js';
import type { JobKind } from '../app/ports/health.js';
import type { Push } from './job.js';

const kindOf: { readonly [M in ReminderMoment]: JobKind } = { day: 'remind-day', hours: 'remind-hours' };

/**
 * Reminders of activities, in the group. Late is good until the activity begins, and for the first of the two until
 * the second. A moved activity has other due times, so its reminders are other messages.
 */
export const activityReminders: Push = (from, to, { facts, rulebook }) =>
  facts
    .all('activity')
    .filter((activity) => activity.at > from && activity.state === 'announced')
    .flatMap((activity) => {
      const reminders = remindersOf(activity, rulebook);
      return reminders.map(({ moment, due }, index) => ({
        kind: kindOf[moment],
        subject: String(activity.id),
        due,
        worthUntil: reminders[index + 1]?.due ?? activity.at,
        intent: remindOfActivity.intent({ activity: activity.id, at: activity.at, moment }),
      }));
    })
    .filter(({ due }) => due > from && due <= to);
