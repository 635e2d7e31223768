import type { ArchiveContent } from '../ports/papers.js';
import type { Facts } from '../../domain/branch/facts.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { z } from 'zod';
import { heldIn } from '../../domain/attendance/standing.js';
import {
  notExported,
  awaitingExport,
  markExported,
  markNotUploaded,
} from '../../domain/attendance/exported.js';
import { put } from '../../domain/branch/rows.js';
import { done, openUseCase, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { holders, secretariat } from '../../domain/branch/people.js';
import { toPerson, toSpeaker, withPaper } from '../reply.js';
import { dateOf } from '../../domain/period/civil.js';
import { activityOf, refOfActivity } from '../../domain/attendance/references.js';
import type { ExportScope } from './says.js';
import { daysOf, type Span } from '../../domain/notice/period.js';

/** Bytes of a part. The strictest channel carries 20 MB a file; the rest is for what packing adds. */
export const largestPart = 19 * 1024 * 1024;
/** What text, table and folder of an activity take at most. */
const bytesOfText = 20_000;

/**
 * Activities in order, as many to a part as one message carries. Only an activity too large for one part is divided:
 * each of its parts names it in full and carries some of its files.
 */
export function archiveParts(
  facts: Facts,
  activities: readonly Activity[],
): readonly (readonly ArchiveContent[])[] {
  const parts: ArchiveContent[][] = [];
  let room = 0;
  const begin = (): ArchiveContent[] => {
    const part: ArchiveContent[] = [];
    parts.push(part);
    room = largestPart;
    return part;
  };
  let part = begin();
  for (const { id, pictures } of activities) {
    const whole = bytesOfText + pictures.reduce((sum, file) => sum + sizeOf(facts, file), 0);
    if (whole > room && part.length > 0) part = begin();
    room -= bytesOfText;
    let files: number[] = [];
    for (const file of pictures) {
      const size = sizeOf(facts, file);
      if (size > room && files.length > 0) {
        part.push({ activity: id, files });
        part = begin();
        room -= bytesOfText;
        files = [];
      }
      files.push(file);
      room -= size;
    }
    part.push({ activity: id, files });
  }
  return parts;
}

function sizeOf(facts: Facts, file: number): number {
  return facts.get('file', file)?.size ?? 0;
}

/**
 * An archive that was ordered could not be made: what should have been in it waits again, before the letter says so.
 *
 * @param orderedAt what another order has exported since stays exported
 */
export const exportNotMade = openUseCase({
  name: 'papers.exportNotMade',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ activities: z.array(z.int()), orderedAt: z.string() }),
  run: ({ facts }, { activities, orderedAt }) => {
    const rows = activities.flatMap((id) => notExported(facts, id, orderedAt));
    return done({ changes: rows.map((row) => put('activity', row)), replies: [], ids: activities });
  },
});

/** Rows of one message, the newest; the rest is counted. */
const mostShown = 10;

/** Closed activities missing from every archive for the cloud platform: reported to the recorder. None: silence. */
export const remindOfExport = openUseCase({
  name: 'papers.remindOfExport',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({}),
  run: ({ facts, today }) => {
    const waiting = awaitingExport(facts, today);
    if (waiting.length === 0) return done({ replies: [] });
    const recorders = holders(facts, 'recorder');
    const readers = recorders.length > 0 ? recorders : secretariat(facts);
    const activities = waiting
      .slice(-mostShown)
      .map(({ kind, at, exported }) => ({ kind, at, changed: exported !== null }));
    return done({
      replies: readers.map(({ id }) => toPerson(id, 'export.waiting', { activities, all: waiting.length })),
    });
  },
});

/** More messages of 19 MB would swamp both the chat and the bot's memory. */
const mostParts = 15;

/**
 * `/导出 活动 [活动|期间]`: archives for the cloud platform (source, part two, 4); without a word, of all that is in
 * none. The activities count as exported from this moment: the letter that carries the archive is as durable as that. Where
 * it cannot be made they wait again.
 */
export const exportActivities = useCase({
  name: 'papers.export',
  who: ['recorder', 'secretary'],
  place: 'private',
  input: z.strictObject({
    activity: z.int().nullable(),
    span: z.strictObject({ year: z.int(), quarter: z.int().min(1).max(4).nullable() }).nullable(),
  }),
  run: (context, { activity: id, span }) => {
    const { facts, now } = context;
    if (id !== null) {
      const activity = activityOf(facts, id);
      const ref = refOfActivity(facts, activity);
      return activity.state === 'closed'
        ? archive(context, [activity], { kind: 'activity', activity: ref })
        : refuse('export.notClosed', { activity: ref });
    }
    if (span === null) {
      const waiting = awaitingExport(facts, context.today);
      return waiting.length === 0
        ? refuse('export.nothingWaits', {
            held: facts.all('activity').some(({ state }) => state === 'closed'),
          })
        : archive(context, waiting, { kind: 'waiting' });
    }
    const closed = heldIn(facts, daysOf(span));
    const unclosed = unclosedIn(facts, span, now);
    return closed.length === 0
      ? refuse('export.nothingIn', { span, unclosed })
      : archive(context, closed, { kind: 'period', span }, unclosed);
  },
});

/** `/导出 不上传 活动`: the branch does not upload this one, so that no reminder names it. */
export const leaveOutOfExport = useCase({
  name: 'papers.notUploaded',
  who: ['recorder', 'secretary'],
  place: 'private',
  input: z.strictObject({ activity: z.int() }),
  run: ({ facts, actor, now }, { activity: id }) => {
    const activity = activityOf(facts, id);
    const ref = refOfActivity(facts, activity);
    if (activity.state !== 'closed') return refuse('export.notClosed', { activity: ref });
    return done({
      changes: [put('activity', markNotUploaded(facts, activity, now, actor.id))],
      ids: [id],
      replies: [toSpeaker('export.notUploaded', { activity: ref })],
    });
  },
});

function unclosedIn(facts: Facts, span: Span, now: string): number {
  const { first, last } = daysOf(span);
  const held = ({ state, at }: Activity) =>
    state === 'announced' && at <= now && dateOf(at) >= first && dateOf(at) <= last;
  return facts.all('activity').filter(held).length;
}

/**
 * One letter for each part, listing the numbers in it: later changes cannot make an activity fall between two parts.
 */
function archive(
  { facts, actor, now }: ActorContext,
  activities: readonly Activity[],
  scope: ExportScope,
  unclosed = 0,
): Outcome {
  const parts = archiveParts(facts, activities);
  if (parts.length > mostParts)
    return refuse('export.tooManyParts', { parts: parts.length, most: mostParts });
  const period = scope.kind === 'period' ? scope.span : null;
  return done({
    changes: activities.map((activity) => put('activity', markExported(facts, activity, now, actor.id))),
    ids: activities.map(({ id }) => id),
    replies: parts.map((contents, index) => {
      const which = { part: index + 1, parts: parts.length };
      const files = contents.reduce((sum, content) => sum + content.files.length, 0);
      const told = { scope, activities: activities.length, files, unclosed, ...which };
      return withPaper(toSpeaker('export.archive', told), {
        paper: 'cloudArchive',
        period,
        contents,
        ...which,
      });
    }),
  });
}
