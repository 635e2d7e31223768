import { z } from 'zod';
import { holders } from '../../domain/branch/people.js';
import { addDays, addSeconds } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { clockActs } from '../ports/store/store.js';
import { toPerson, toSpeaker } from '../reply.js';
import { done, openUseCase, useCase } from '../use-case.js';

/** Clocks are put right by seconds all the time. */
const tolerance = 60;
/** A branch that was without its bot for longer is asked about. */
const longestRest = 31;

/** Null: the clock may be right. */
export function doubtOfClock(newest: string | null, now: string): 'early' | 'late' | null {
  if (newest === null) return null;
  if (addSeconds(now, tolerance) < newest) return 'early';
  return now.slice(0, 10) > addDays(newest.slice(0, 10), longestRest) ? 'late' : null;
}

/** At a start that looks wrong: jobs wait until someone confirms the clock. */
export const doubtClock = openUseCase({
  name: clockActs.doubted,
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ newest: z.string(), why: z.enum(['early', 'late']) }),
  run: ({ facts, now }, { newest, why }) => {
    const doubt = keepPrivate({ now, newest, why });
    return done({
      replies: holders(facts, 'secretary').map(({ id }) => toPerson(id, 'status.clockDoubted', { doubt })),
    });
  },
});

/** `/时钟 正确`. */
export const confirmClock = useCase({
  name: clockActs.confirmed,
  who: ['secretary'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: ({ now }) =>
    done({ onRecord: true, replies: [toSpeaker('status.clockRight', { now: keepPrivate(now) })] }),
});

/** The same from the machine itself, or by a clock that is right again. */
export const confirmClockHere = openUseCase({
  name: clockActs.confirmedHere,
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({}),
  run: () => done({ replies: [] }),
});
