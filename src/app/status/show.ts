import { z } from 'zod';
import { openHolds } from '../../domain/notice/holds.js';
import { ownPeriod } from '../../domain/notice/own-periods.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { isReady } from '../../domain/matters/kinds.js';
import { overviewOf } from './overview.js';
import { toSpeaker } from '../reply.js';
import { done, useCase } from '../use-case.js';

/**
 * `/状态`: how the bot is, in private; numbers only, no names and no reasons. Those above read how the branch stands, and
 * the inspector nothing else.
 */
export const showStatus = useCase({
  name: 'status.show',
  who: ['secretary', 'deputySecretary', 'superior', 'inspector'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => {
    const { facts, rulebook, workingDays, now, actor, health } = context;
    const above = actor.kind === 'superior' || actor.kind === 'inspector';
    const overview = above ? overviewOf(context) : null;
    if (actor.kind === 'inspector' && overview !== null)
      return done({ replies: [toSpeaker('notices.overview', { overview: keepPrivate(overview) })] });
    const open = facts.open();
    const ready = open.filter((matter) => isReady(facts, rulebook, matter)).length;
    const { entryCount, head } = facts.branch;
    const status = {
      now,
      health: health(),
      entryCount,
      head,
      ready,
      unproven: open.length - ready,
      held: openHolds(facts).map((hold) => ownPeriod(facts, rulebook, hold)),
      years: [yearOf(now), yearOf(now) + 1].map((year) => ({ year, known: workingDays.knows(year) })),
    };
    return done({
      replies: [
        toSpeaker('notices.status', { status: keepPrivate(status), overview: keepPrivate(overview) }),
      ],
    });
  },
});
