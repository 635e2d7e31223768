import { z } from 'zod';
import { refById } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { done, here, refuse, useCase } from '../use-case.js';
import { activityOf, refOfActivity } from './cards.js';

/** Minutes of a meeting, not its papers: those are files. */
const longestMinutes = 5_000;

/** `/纪要`: kept sealed. May be written again, before and after closing; the last one counts. */
export const takeMinutes = useCase({
  name: 'attendance.minutes',
  who: ['recorder'],
  place: 'anywhere',
  input: z.strictObject({
    activity: z.int(),
    host: z.int().nullable(),
    minutes: z.string(),
    decisions: z.string().nullable(),
  }),
  run: ({ facts, now }, { activity: id, host, minutes, decisions }) => {
    const before = activityOf(facts, id);
    const activity = refOfActivity(facts, before);
    if (before.state === 'cancelled') return refuse('attendance.notPlanned', { activity });
    if (before.at > now) return refuse('attendance.notBegun', { activity });
    if (minutes.length + (decisions ?? '').length > longestMinutes)
      return refuse('attendance.textTooLong', { most: longestMinutes });
    const row = { ...before, minutes, decisions, host: host ?? before.host };
    return done({
      changes: [put('activity', row)],
      ids: [id],
      replies: [
        here('attendance.minutesTaken', {
          activity,
          again: before.minutes !== null,
          host: row.host === null ? null : refById(facts, row.host),
        }),
      ],
    });
  },
});
