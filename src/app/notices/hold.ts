import { z } from 'zod';
import type { Period } from '../../domain/notice/period.js';
import { done, openUseCase, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { secretariat, holders, refById, whoReleases } from '../../domain/branch/people.js';
import { isPublic } from '../../domain/notice/posting.js';
import { holdOf, holdTarget, waitingPeriods } from '../../domain/notice/holds.js';
import { isBeforeBranch, ownPeriod, ownPreviewAt, ownPublicationAt } from '../../domain/notice/period.js';
import { dateOf } from '../../domain/period/civil.js';
import { addWorkingDays } from '../../domain/period/working-days.js';
import { composePublication, noticeOf } from '../../domain/notice/publication.js';
import { keepPrivate } from '../../domain/private.js';
import { toPerson, here } from '../reply.js';
import { put } from '../../domain/branch/rows.js';

/** Claims a job that came too late to be worth doing, so that it is settled for good and nothing is said. */
export const lapseJob = openUseCase({
  name: 'notices.lapse',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({}),
  run: () => done({ replies: [] }),
});

/**
 * Shows the secretary, or where there is none the deputies, what will be published. After an outage they see it first:
 * where it comes on a later day than it should, the publication waits until the next working day.
 */
export const previewPublication = openUseCase({
  name: 'notices.preview',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ year: z.int(), period: z.int() }),
  run: ({ facts, rulebook, rulebookOf, workingDays, today }, name) => {
    const period = ownPeriod(facts, rulebook, name);
    if (isBeforeBranch(facts, period) || noticeOf(facts, period) !== undefined) return done({ replies: [] });
    const content = composePublication(facts, rulebook, period);
    const readers = whoReleases(facts);
    if (content.lines.length === 0 || readers.length === 0) return done({ replies: [] });
    const late = today > dateOf(ownPreviewAt(facts, rulebook, period, workingDays));
    const { time } = rulebookOf(period.year).publication;
    const changes = late
      ? [put('postponement', { ...name, publishAt: `${addWorkingDays(workingDays, today, 1)}T${time}:00` })]
      : [];
    const publishAt = ownPublicationAt(facts.with(changes), rulebook, period, workingDays);
    const held = holdOf(facts, period) !== undefined;
    return done({
      changes,
      replies: readers.map(({ id }) =>
        toPerson(id, 'notices.preview', {
          content: keepPrivate(content),
          publishAt,
          held,
          how: rulebook.publication.how,
          late,
          hasOfficer: secretariat(facts).length > 0,
        }),
      ),
    });
  },
});

/** Characters. */
const longestReason = 200;

/**
 * `/暂缓 理由`: holds back the publication that is just due or comes next, until `/公示`. Where several wait after an outage,
 * all of them: what goes into the group against the word of the secretary cannot be taken back.
 */
export const holdPublication = useCase({
  name: 'notices.hold',
  who: ['secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({ reason: z.string().min(1) }),
  run: (context, { reason }) => {
    const { facts, rulebook, workingDays, now } = context;
    if (Array.from(reason).length > longestReason)
      return refuse('notices.holdReasonTooLong', { most: longestReason });
    const waiting = waitingPeriods(facts, rulebook, now).filter((each) => holdOf(facts, each) === undefined);
    if (waiting.length > 1) return hold(context, waiting, reason);
    const target = holdTarget(facts, rulebook, workingDays, now);
    const { period } = target;
    if (target.kind === 'published') {
      const { number, postedAt } = target.notice;
      return refuse('notices.holdTooLate', {
        period,
        number,
        postedAt,
        isPublic: isPublic(facts, target.notice),
      });
    }
    const before = holdOf(facts, period);
    if (before !== undefined)
      return refuse('notices.alreadyHeld', {
        period,
        heldBy: refById(facts, before.heldBy),
        heldAt: before.heldAt,
      });
    return hold(context, [period], reason);
  },
});

function hold({ facts, now, actor }: ActorContext, periods: readonly Period[], reason: string): Outcome {
  const others = [...holders(facts, 'secretary'), ...holders(facts, 'deputySecretary')]
    .map(({ id }) => id)
    .filter((id) => id !== actor.id);
  const told = { periods, heldBy: refById(facts, actor.id), reason: keepPrivate(reason) };
  return done({
    changes: periods.map(({ year, period }) =>
      put('hold', { year, period, heldAt: now, heldBy: actor.id, reason, releasedAt: null }),
    ),
    replies: [
      here('notices.held', { periods }),
      ...[...new Set(others)].map((id) => toPerson(id, 'notices.heldByOther', told)),
    ],
  });
}

/** Reminds the secretary, or where there is none the deputies, that a publication is still held back. */
export const remindOfHold = openUseCase({
  name: 'notices.remindOfHold',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ year: z.int(), period: z.int() }),
  run: ({ facts, rulebook, today }, name) => {
    const period = ownPeriod(facts, rulebook, name);
    const hold = holdOf(facts, period);
    if (hold === undefined) return done({ replies: [] });
    const { heldAt, reason } = hold;
    const heldBy = refById(facts, hold.heldBy);
    const ended = today > period.last;
    return done({
      replies: secretariat(facts).map(({ id }) =>
        toPerson(id, 'notices.holdReminder', { period, heldBy, heldAt, reason: keepPrivate(reason), ended }),
      ),
    });
  },
});
