import { z } from 'zod';
import { refById } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { storeAttachments } from '../matters/materials.js';
import { here } from '../reply.js';
import { done, refuse, useCase } from '../use-case.js';
import { activityOf, refOfActivity } from '../../domain/attendance/references.js';
import { awaitPictures, changed, keptPictures, picturesRefusal } from './pictures.js';

/** Minutes of a meeting, not its papers: those are files. */
const longestMinutes = 5_000;

/**
 * `/纪要`: kept sealed, with the pictures sent along. May be rewritten before and after closing: the last text counts,
 * and pictures are added unless `anew` replaces them.
 */
export const takeMinutes = useCase({
  name: 'attendance.minutes',
  who: ['recorder'],
  place: 'anywhere',
  input: z.strictObject({
    activity: z.int(),
    host: z.int().nullable(),
    minutes: z.string().nullable(),
    decisions: z.string().nullable(),
    anew: z.boolean(),
  }),
  run: (context, { activity: id, host, minutes, decisions, anew }) => {
    const { facts, now, attachments } = context;
    const before = activityOf(facts, id);
    const activity = refOfActivity(facts, before);
    if (before.state === 'cancelled') return refuse('attendance.notPlanned', { activity });
    if (before.at > now) return refuse('attendance.notBegun', { activity });
    if ((minutes ?? '').length + (decisions ?? '').length > longestMinutes)
      return refuse('attendance.textTooLong', { most: longestMinutes });
    const base = anew ? changed({ ...before, pictures: [] }) : before;
    const refused = picturesRefusal(facts, base, attachments);
    if (refused !== undefined) return refused;
    const writes = minutes !== null || decisions !== null || host !== null;
    if (!writes && attachments.length === 0) return awaitPictures(context, base);
    const stored = storeAttachments(facts, attachments);
    const row = changed({
      ...base,
      // A new text comes with its own decisions, or without any.
      ...(minutes === null ? {} : { minutes, decisions: null }),
      ...(decisions === null ? {} : { decisions }),
      host: host ?? before.host,
      pictures: [...base.pictures, ...stored.ids],
    });
    const changes = [put('activity', row), ...stored.changes];
    const kept = keptPictures(facts.with(changes), row);
    const taken = {
      activity,
      again: before.minutes !== null,
      host: row.host === null ? null : refById(facts, row.host),
      kept,
    };
    return done({
      changes,
      contents: stored.contents,
      ids: [id],
      replies: [
        writes
          ? here('attendance.minutesTaken', taken)
          : here('attendance.picturesTaken', { activity, kept }),
      ],
    });
  },
});
