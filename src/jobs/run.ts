import type { Delivery } from '../app/delivery/delivery.js';
import type { Handler } from '../app/handle.js';
import { lapseJob } from '../app/notices/hold.js';
import type { Clock } from '../app/ports/clock.js';
import type { Log } from '../app/ports/log.js';
import type { Store } from '../app/ports/store/store.js';
import type { CivilTime } from '../domain/period/civil.js';
import { messageOf } from './push.js';
import type { Schedule } from './schedule.js';
import type { Upkeep } from './upkeep.js';

/** Branches whose jobs run side by side: enough to share a commit, few enough to stay in memory. */
const atOnce = 32;

interface ClockworkDeps {
  readonly store: Store;
  readonly handle: Handler;
  readonly delivery: Pick<Delivery, 'idle'>;
  readonly schedule: Schedule;
  readonly upkeep: Upkeep;
  readonly clock: Clock;
  readonly log: Log;
  /** Nothing runs while the clock is in doubt, until somebody says that it is right. */
  readonly isHeld: () => boolean;
}

/** Hands due jobs to the one door, as messages from the clock. */
interface Clockwork {
  /** Each job up to `now` once, oldest first; branches do not wait for each other. */
  runDue(now: CivilTime): Promise<void>;
  /** At start: includes branches without a `next_due`. */
  catchUp(now: CivilTime): Promise<void>;
  /** Moves a movable clock to `to`, stopping at each due time on the way. */
  advance(to: CivilTime, setClock: (at: CivilTime) => void, goesOn?: () => boolean): Promise<void>;
}

export function createClockwork(deps: ClockworkDeps): Clockwork {
  const { store, clock, upkeep, isHeld } = deps;

  const runAll = async (branches: readonly string[], now: CivilTime, delivered = false): Promise<void> => {
    const waiting = branches.values();
    const work = async (): Promise<void> => {
      for (const branch of waiting) await runBranch(deps, branch, now, delivered);
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, branches.length) }, work));
  };
  const runDue = async (now: CivilTime): Promise<void> => {
    if (isHeld()) return;
    await runAll(store.branchesDue(now), now);
    await upkeep.run(now);
  };

  return {
    runDue,
    async catchUp(now) {
      if (isHeld()) return;
      await runAll([...store.branchesDue(now), ...store.branchesUndue()], now);
      await upkeep.run(now);
    },
    async advance(to, setClock, goesOn = () => true) {
      let reached = '';
      for (;;) {
        // A failed job keeps its branch in place; looking only ahead lets the clock go on.
        const next = store.nextDueAfter(reached);
        if (next === undefined || next > to) break;
        reached = next;
        if (next > clock.now()) setClock(next);
        await runAll(store.branchesDue(clock.now()), clock.now(), true);
        if (!goesOn()) return;
      }
      // A clock that runs on while the jobs do may be there already.
      if (to > clock.now()) setClock(to);
      await runDue(clock.now());
    },
  };
}

/**
 * Runs jobs one at a time: each may change the facts for the next.
 * @param delivered delivers a job's messages, at its own time, before the next one runs
 */
async function runBranch(
  deps: ClockworkDeps,
  branch: string,
  now: CivilTime,
  delivered: boolean,
): Promise<void> {
  const { store, handle, schedule, delivery, log } = deps;
  for (;;) {
    const job = schedule.ready(store.snapshot(branch).facts, now);
    if (job === undefined) return;
    const message = messageOf(job);
    const late = job.worthUntil !== null && now >= job.worthUntil;
    const intent = late ? lapseJob.intent({}) : job.intent;
    await handle({ branch, message, speaker: null, files: [] }, () => ({ kind: 'intent', intent }));
    if (delivered) await delivery.idle();
    if (store.handled(branch, message)) continue;
    // It stays unclaimed, so the next round retries, and later jobs wait.
    log.warn({ branch, messageId: message.messageId }, 'job not done');
    return;
  }
}
