import type { Facts } from '../../domain/branch/facts.js';
import { latePublications, openHolds } from '../../domain/notice/holds.js';
import { yearOf } from '../../domain/period/civil.js';
import { addWorkingDays } from '../../domain/period/working-days.js';
import { isReady } from '../../domain/matters/kinds.js';
import { rulersOf } from '../../domain/rulings/four-eyes.js';
import { yearState } from '../../domain/year/state.js';
import { done, useCase, type ActorContext } from '../use-case.js';
import type { Overview, Status } from './says.js';
import { z } from 'zod';
import { ownPeriod } from '../../domain/notice/period.js';
import { keepPrivate } from '../../domain/private.js';
import { toSpeaker } from '../reply.js';

/** A branch for those above it: numbers only (annex 1, 上级审核 and 督查检查). */
export function overviewOf(context: ActorContext): Overview {
  const { facts, rulebook, workingDays, now, today } = context;
  const isInDoubt = (notice: number) => context.troubled().some((letter) => letter.notice === notice);
  const open = facts.open();
  const objections = open.filter(({ kind }) => kind === 'objection');
  const { reminderWorkingDays } = rulebook.objections;
  return {
    branch: facts.branch.name,
    now,
    years: yearsOf(facts, now).map((year) => {
      const { stage, returned } = yearState(facts, year);
      return { year, stage, returned: returned !== null };
    }),
    objections: objections.map(({ number }) => number),
    overdue: objections.filter(
      ({ openedAt }) => addWorkingDays(workingDays, openedAt.slice(0, 10), reminderWorkingDays) <= today,
    ).length,
    overdueAfter: reminderWorkingDays,
    late: latePublications(facts, rulebook, workingDays, now, isInDoubt).map(
      ({ period, dueAt, hold, inDoubt }) => ({ period, dueAt, heldAt: hold?.heldAt ?? null, inDoubt }),
    ),
    waiting: open.filter(
      (matter) => isReady(facts, rulebook, matter) && rulersOf(facts, matter).by === 'superior',
    ).length,
  };
}

/** The year that runs, and the one before it where the branch has kept it here. */
function yearsOf(facts: Facts, now: string): readonly number[] {
  const running = yearOf(now);
  const last = running - 1;
  const began = Math.min(yearOf(facts.branch.createdAt), facts.all('entry')[0]?.year ?? running);
  return began <= last ? [last, running] : [running];
}

/** Numbers only, no names and no reasons. */
export function statusOf({ facts, rulebook, workingDays, now, health }: ActorContext): Status {
  const open = facts.open();
  const ready = open.filter((matter) => isReady(facts, rulebook, matter)).length;
  const { entryCount, head } = facts.branch;
  return {
    now,
    health: health(),
    entryCount,
    head,
    ready,
    unproven: open.length - ready,
    held: openHolds(facts).map((hold) => ownPeriod(facts, rulebook, hold)),
    years: [yearOf(now), yearOf(now) + 1].map((year) => ({ year, known: workingDays.knows(year) })),
  };
}

/**
 * `/状态`: how the bot is doing, in private; numbers only, no names and no reasons. Those above also read how the branch
 * is doing, and the inspector nothing else.
 */
export const showStatus = useCase({
  name: 'status.show',
  who: ['secretary', 'deputySecretary', 'superior', 'inspector'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => {
    const { actor } = context;
    const above = actor.kind === 'superior' || actor.kind === 'inspector';
    const overview = above ? overviewOf(context) : null;
    if (actor.kind === 'inspector' && overview !== null)
      return done({ replies: [toSpeaker('notices.overview', { overview: keepPrivate(overview) })] });
    const status = statusOf(context);
    return done({
      replies: [
        toSpeaker('notices.status', { status: keepPrivate(status), overview: keepPrivate(overview) }),
      ],
    });
  },
});
