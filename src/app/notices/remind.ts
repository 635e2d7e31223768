import { z } from 'zod';
import { anybodyToRemind } from '../../domain/notice/reminders.js';
import { refOfActivity } from '../../domain/attendance/references.js';
import { toGroup } from '../reply.js';
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
