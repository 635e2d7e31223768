import { z } from 'zod';
import { anybodyToRemind } from '../../domain/notice/reminders.js';
import { refOfActivity } from '../../domain/attendance/references.js';
import { holders, secretariat } from '../../domain/branch/people.js';
import { daysBetween, dateOf } from '../../domain/period/civil.js';
import { toGroup, toPerson } from '../reply.js';
import { done, openUseCase } from '../use-case.js';

/** Calls an activity to mind in the group, unless it was cancelled or moved or everybody due is on leave. */
export const remindOfActivity = openUseCase({
  name: 'notices.remind',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ activity: z.int(), at: z.string(), moment: z.enum(['day', 'hours']) }),
  run: ({ facts }, { activity: id, at, moment }) => {
    const activity = facts.get('activity', id);
    if (activity?.state !== 'announced' || activity.at !== at || !anybodyToRemind(facts, activity))
      return done({ replies: [], ids: [id] });
    const { place, required } = activity;
    const said = { activity: refOfActivity(facts, activity), place, required, moment };
    return done({ replies: [toGroup('notices.activityReminder', said)], ids: [id] });
  },
});

/**
 * An activity that is over and not closed: to the recorder, where there is none to the secretary; at last to both.
 * Leaves, absences and the book wait for it.
 */
export const remindOfClosing = openUseCase({
  name: 'notices.remindOfClosing',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ activity: z.int(), at: z.string(), isLast: z.boolean() }),
  run: ({ facts, today }, { activity: id, at, isLast }) => {
    const activity = facts.get('activity', id);
    if (activity?.state !== 'announced' || activity.at !== at) return done({ replies: [], ids: [id] });
    const recorders = holders(facts, 'recorder');
    const readers = [...recorders, ...(isLast || recorders.length === 0 ? secretariat(facts) : [])];
    const told = { activity: refOfActivity(facts, activity), days: daysBetween(dateOf(at), today) };
    return done({
      ids: [id],
      replies: [...new Set(readers.map((reader) => reader.id))].map((reader) =>
        toPerson(reader, 'notices.closingDue', told),
      ),
    });
  },
});
