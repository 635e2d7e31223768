import { z } from 'zod';
import type { Activity } from '../../domain/attendance/rows.js';
import { awaitingExport, closedIn, markExported } from '../../domain/attendance/exported.js';
import type { Facts } from '../../domain/branch/facts.js';
import { put } from '../../domain/branch/rows.js';
import { dateOf } from '../../domain/period/civil.js';
import { activityOf, refOfActivity } from '../../domain/attendance/references.js';
import { toSpeaker, withPaper } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { archiveParts } from './archive-parts.js';
import type { ExportScope } from './export-says.js';
import { daysOf, type Span } from '../../domain/notice/period.js';

/** More messages of 19 MB nobody wants at once, and the bot does not want to hold. */
const mostParts = 15;

/**
 * `/导出 活动 [活动|期间]`: archives for the cloud platform (source, part two, 4); without a word, of all that is in
 * none. The activities count as exported from this moment: the letter that carries the archive is as durable as that. Where
 * it cannot be made they wait again (`export-not-made.ts`).
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
      const waiting = awaitingExport(facts);
      return waiting.length === 0
        ? refuse('export.nothingWaits', {
            held: facts.all('activity').some(({ state }) => state === 'closed'),
          })
        : archive(context, waiting, { kind: 'waiting' });
    }
    const closed = closedIn(facts, daysOf(span));
    const unclosed = unclosedIn(facts, span, now);
    return closed.length === 0
      ? refuse('export.nothingIn', { span, unclosed })
      : archive(context, closed, { kind: 'period', span }, unclosed);
  },
});

function unclosedIn(facts: Facts, span: Span, now: string): number {
  const { first, last } = daysOf(span);
  const held = ({ state, at }: Activity) =>
    state === 'announced' && at <= now && dateOf(at) >= first && dateOf(at) <= last;
  return facts.all('activity').filter(held).length;
}

/** One letter for each part, with the numbers of what is in it: whatever changes meanwhile, nothing falls between two. */
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
