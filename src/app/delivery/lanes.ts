import type { Timer } from '../ports/timer.js';
import { laneOf, type Job, type Step } from './job.js';
import type { Tracker } from './tracker.js';
import type { Workshop } from './workshop.js';

/** One queue for each chat: what is in it leaves in order, and chats do not wait for each other. */
export interface Lanes {
  add(job: Job): void;
  has(key: string): boolean;
  /** Tries everything that rests again. */
  wake(): void;
  /** Letters that are not under way: another process delivers them, or this one later. */
  dropLetters(): void;
  stop(): void;
}

interface Lane {
  readonly jobs: Job[];
  busy: boolean;
  /** Woken while busy: what it was about to wait for may be there already. */
  again: boolean;
  /** Calls the rest off. */
  rest: (() => void) | null;
}

export interface LanesDeps {
  readonly attempt: (job: Job) => Promise<Step>;
  readonly timer: Timer;
  /** A lane that rests or stands still is not under way. */
  readonly tracker: Tracker;
  /** Hears of every job that has left or rests, and when letters are dropped. */
  readonly watch: Pick<Workshop, 'gone' | 'rests' | 'drop'>;
}

export function createLanes({ attempt, timer, tracker, watch }: LanesDeps): Lanes {
  const lanes = new Map<string, Lane>();
  const known = new Set<string>();
  let stopped = false;

  const forget = (lane: Lane, job: Job): void => {
    lane.jobs.splice(lane.jobs.indexOf(job), 1);
    known.delete(job.key);
    watch.gone(job.key);
  };

  /** False: the lane rests, or stands still until it is woken. */
  const advance = async (name: string, lane: Lane, job: Job): Promise<boolean> => {
    const step = await attempt(job);
    switch (step.next) {
      case 'job':
        forget(lane, job);
        return true;
      case 'part':
        return true;
      case 'rest':
        lane.rest = timer.after(step.milliseconds, () => start(name, lane));
        for (const { key } of lane.jobs) watch.rests(key);
        return false;
      case 'stall':
        return false;
    }
  };
  const run = async (name: string, lane: Lane): Promise<void> => {
    try {
      for (let job = lane.jobs[0]; job !== undefined && !stopped; job = lane.jobs[0])
        if (!(await advance(name, lane, job)) && !isWokenAgain(lane)) return;
      if (lane.jobs.length === 0) lanes.delete(name);
    } finally {
      lane.busy = false;
    }
  };
  function start(name: string, lane: Lane): void {
    lane.again = lane.busy;
    if (lane.busy || stopped) return;
    lane.rest?.();
    lane.rest = null;
    lane.busy = true;
    tracker.track(run(name, lane));
  }

  return {
    add(job) {
      if (known.has(job.key)) return;
      known.add(job.key);
      const name = laneOf(job.message.chat);
      const lane = lanes.get(name) ?? { jobs: [], busy: false, again: false, rest: null };
      lanes.set(name, lane);
      lane.jobs.splice(placeOf(lane, job), 0, job);
      // A lane that is busy or rests is not woken by what stands behind.
      if (lane.rest !== null) watch.rests(job.key);
      else if (!lane.busy) start(name, lane);
    },
    has: (key) => known.has(key),
    wake() {
      for (const [name, lane] of lanes) start(name, lane);
    },
    dropLetters() {
      // First: what leaves here would let the next one begin.
      watch.drop();
      for (const lane of lanes.values()) for (const job of waitingLetters(lane)) forget(lane, job);
    },
    stop() {
      stopped = true;
      for (const lane of lanes.values()) lane.rest?.();
    },
  };
}

function isWokenAgain(lane: Lane): boolean {
  const { again, rest } = lane;
  lane.again = false;
  if (again) rest?.();
  if (again) lane.rest = null;
  return again;
}

function waitingLetters({ jobs, busy }: Lane): readonly Job[] {
  return jobs.filter(({ letter }, index) => letter !== null && !(busy && index === 0));
}

/** A letter that another process wrote earlier is found later: it still goes before the younger ones of its branch. */
function placeOf({ jobs, busy }: Lane, { letter }: Job): number {
  if (letter === null) return jobs.length;
  const younger = jobs.findIndex(
    (job, index) =>
      job.letter?.branch === letter.branch &&
      job.letter.id > letter.id &&
      job.done === 0 &&
      !(busy && index === 0),
  );
  return younger === -1 ? jobs.length : younger;
}
