/** Reminders of activities: in the group before they begin, to the recorder once they are over and not closed. */
import { announcedIn } from '../../domain/attendance/standing.js';
import { remindOfActivity, remindOfClosing } from '../../app/notices/remind.js';
import type { PushKind } from '../../app/ports/health.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { addDays, dateOf } from '../../domain/period/civil.js';
import { nextWorkingDay } from '../../domain/period/working-days.js';
import { remindersOf, type ReminderMoment } from '../../domain/notice/reminders.js';
import { morningOf } from '../moments.js';
import { definePush, type Push } from '../push.js';

/**
 * Late is fine until the activity begins, and for the first reminder until the second. A moved activity has other due
 * times, so its reminders are other messages.
 */
function reminders<const K extends PushKind>(kind: K, moment: ReminderMoment): Push<K> {
  return definePush({
    kind,
    anyDay: true,
    of: ({ facts }, from) => announcedIn(facts).filter(({ at }) => at > from),
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

/** Days after an activity on which its register should be closed. */
const closingDays = [1, 3, 7];
/** … and after which the last reminder is out, whatever holidays delay it. */
const closingOver = 21;

/**
 * On the working day that is reached then; two that fall on one are one. Late is fine until the next, and the last until
 * it is closed.
 */
export const closeReminders = definePush({
  kind: 'close-reminder',
  of: ({ facts }, from) =>
    announcedIn(facts).filter(({ at }) => addDays(dateOf(at), closingOver) > dateOf(from)),
  dueOf: ({ at, calledAt }: Activity, { rulebook, workingDays }) => {
    const mornings = closingDays.map((days) =>
      morningOf(nextWorkingDay(workingDays, addDays(dateOf(at), days)), rulebook),
    );
    // One that was entered after it was held begins to wait then.
    const dues = [...new Set(mornings)].filter((due) => due > calledAt);
    return dues.map((due, index) => ({
      due,
      until: dues[index + 1] ?? null,
      isLast: index + 1 === dues.length,
    }));
  },
  worth: ({ until }) => until,
  run: ({ isLast }, _, { id, at }) => ({
    subject: id,
    intent: remindOfClosing.intent({ activity: id, at, isLast }),
  }),
});
