import { z } from 'zod';
import { openHolds } from '../../domain/notice/holds.js';
import { ownPeriod } from '../../domain/notice/own-periods.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { isReady } from '../../domain/rulings/evidence.js';
import { done, toSpeaker, useCase } from '../use-case.js';

/** `/状态`: how the bot is, in private; numbers only, no names and no reasons. */
export const showStatus = useCase({
  name: 'status.show',
  who: ['secretary', 'deputySecretary', 'superior'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: ({ facts, rulebook, workingDays, now, health }) => {
    const open = facts.all('matter').filter((matter) => matter.state === 'open');
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
    return done({ replies: [toSpeaker('notices.status', { status: keepPrivate(status) })] });
  },
});
