import { z } from 'zod';
import type { Activity } from '../../domain/attendance/rows.js';
import type { Facts } from '../../domain/branch/facts.js';
import { put } from '../../domain/branch/rows.js';
import { addMinutes } from '../../domain/period/civil.js';
import { pictureWithin, talkOf } from '../talk.js';
import { storeAttachments } from '../matters/materials.js';
import { here } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Attachment, type Outcome } from '../use-case.js';
import { activityOf, refOfActivity } from '../../domain/attendance/references.js';
import type { KeptPictures } from './says.js';

/** Of one activity: what fits on the pages of a logbook and into a part of an archive. */
const mostPictures = 9;
/** Of one picture; nothing larger than what the channels carry as a picture. */
const largestMegabytes = 10;

/** A picture without words, within five minutes after `/纪要 活动` of the same person. */
export const attachActivityPicture = useCase({
  name: 'attendance.pictures',
  who: ['recorder'],
  place: 'anywhere',
  input: z.strictObject({ activity: z.int() }),
  run: (context, { activity: id }) => {
    const { facts, attachments } = context;
    const before = activityOf(facts, id);
    const activity = refOfActivity(facts, before);
    if (before.state === 'cancelled') return refuse('attendance.notPlanned', { activity });
    const refused = picturesRefusal(facts, before, attachments);
    if (refused !== undefined) return refused;
    const stored = storeAttachments(facts, attachments);
    const row = changed({ ...before, pictures: [...before.pictures, ...stored.ids] });
    const changes = [put('activity', row), ...stored.changes];
    const kept = keptPictures(facts.with(changes), row);
    return done({
      changes,
      contents: stored.contents,
      ids: [id],
      replies: [here('attendance.picturesTaken', { activity, kept })],
    });
  },
});

/** The activity that waits for a picture of this person at this moment. */
export function awaitedActivity({ facts, actor, now, attachments }: ActorContext): number | undefined {
  const talk = facts.get('talk', actor.id);
  if (talk?.picturesFor == null || talk.materialUntil === null || attachments.length === 0) return undefined;
  return now <= talk.materialUntil ? talk.picturesFor : undefined;
}

/** `/纪要 活动` without anything else: its pictures come next. `row` as the line left it. */
export function awaitPictures({ facts, actor, now }: ActorContext, row: Activity): Outcome {
  const until = addMinutes(now, pictureWithin);
  const talk = talkOf(facts, actor.id);
  const before = activityOf(facts, row.id);
  return done({
    changes: [
      ...(before === row ? [] : [put('activity', row)]),
      put('talk', { ...talk, materialFor: null, picturesFor: row.id, materialUntil: until }),
    ],
    ids: [row.id],
    replies: [
      here('attendance.awaitingPictures', {
        activity: refOfActivity(facts, row),
        until,
        kept: keptPictures(facts, row),
        cleared: before.pictures.length > row.pictures.length,
        most: mostPictures,
      }),
    ],
  });
}

/** Why these may not be kept with the activity beside those that are. */
export function picturesRefusal(
  facts: Facts,
  row: Activity,
  attachments: readonly Attachment[],
): Outcome | undefined {
  const large = attachments.find(({ bytes }) => bytes.length > largestMegabytes * 1024 * 1024);
  if (large !== undefined)
    return refuse('attendance.pictureTooLarge', { name: large.name, mostMegabytes: largestMegabytes });
  const kept = row.pictures.length;
  return kept + attachments.length > mostPictures
    ? refuse('attendance.tooManyPictures', { activity: refOfActivity(facts, row), kept, most: mostPictures })
    : undefined;
}

/** An archive that was made before no longer says what is on record. */
export function changed(row: Activity): Activity {
  return row.exported === null ? row : { ...row, exported: { ...row.exported, outdated: true } };
}

export function keptPictures(facts: Facts, { pictures }: Activity): KeptPictures {
  const kinds = pictures.map((id) => facts.get('file', id)?.kind);
  const count = kinds.filter((kind) => kind === 'picture').length;
  return { pictures: count, files: kinds.length - count };
}
