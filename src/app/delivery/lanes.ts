import type { Timer } from '../ports/clock.js';
import { laneOf, type Parcel, type Step } from './parcel.js';
import type { Tracker } from './tracker.js';
import type { PaperQueue } from './paper-queue.js';

/** One queue for each chat: what is in it leaves in order, and chats do not wait for each other. */
export interface Lanes {
  add(parcel: Parcel): void;
  has(key: string): boolean;
  /** Tries everything that rests again. */
  wake(): void;
  /** Letters that are not under way: another process delivers them, or this one later. */
  dropLetters(): void;
  stop(): void;
}

interface Lane {
  readonly parcels: Parcel[];
  busy: boolean;
  /** Woken while busy: what it was about to wait for may be there already. */
  again: boolean;
  /** Calls the rest off. */
  rest: (() => void) | null;
}

interface LanesDeps {
  readonly attempt: (parcel: Parcel) => Promise<Step>;
  readonly timer: Timer;
  /** A lane that rests or is stopped is not under way. */
  readonly tracker: Tracker;
  /** Hears of every parcel that has left or rests, and when letters are dropped. */
  readonly watch: Pick<PaperQueue, 'gone' | 'rests' | 'drop'>;
}

export function createLanes({ attempt, timer, tracker, watch }: LanesDeps): Lanes {
  const lanes = new Map<string, Lane>();
  const known = new Set<string>();
  let stopped = false;

  const forget = (lane: Lane, parcel: Parcel): void => {
    lane.parcels.splice(lane.parcels.indexOf(parcel), 1);
    known.delete(parcel.key);
    watch.gone(parcel.key);
  };

  /** False: the lane rests, or stops until it is woken. */
  const advance = async (name: string, lane: Lane, parcel: Parcel): Promise<boolean> => {
    const step = await attempt(parcel);
    switch (step.next) {
      case 'parcel':
        forget(lane, parcel);
        return true;
      case 'part':
        return true;
      case 'rest':
        lane.rest = timer.after(step.milliseconds, () => start(name, lane));
        for (const { key } of lane.parcels) watch.rests(key);
        return false;
      case 'stall':
        return false;
    }
  };
  const run = async (name: string, lane: Lane): Promise<void> => {
    try {
      for (let parcel = lane.parcels[0]; parcel !== undefined && !stopped; parcel = lane.parcels[0])
        if (!(await advance(name, lane, parcel)) && !isWokenAgain(lane)) return;
      if (lane.parcels.length === 0) lanes.delete(name);
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
    add(parcel) {
      if (known.has(parcel.key)) return;
      known.add(parcel.key);
      const name = laneOf(parcel.message.chat);
      const lane = lanes.get(name) ?? { parcels: [], busy: false, again: false, rest: null };
      lanes.set(name, lane);
      lane.parcels.splice(placeOf(lane, parcel), 0, parcel);
      // What waits behind does not wake a lane that is busy or resting.
      if (lane.rest !== null) watch.rests(parcel.key);
      else if (!lane.busy) start(name, lane);
    },
    has: (key) => known.has(key),
    wake() {
      for (const [name, lane] of lanes) start(name, lane);
    },
    dropLetters() {
      // First: what leaves here would let the next one begin.
      watch.drop();
      for (const lane of lanes.values()) for (const parcel of waitingLetters(lane)) forget(lane, parcel);
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

function waitingLetters({ parcels, busy }: Lane): readonly Parcel[] {
  return parcels.filter(({ letter }, index) => letter !== null && !(busy && index === 0));
}

/** A letter that another process wrote earlier is found later: it still goes before the younger ones of its branch. */
function placeOf({ parcels, busy }: Lane, { letter }: Parcel): number {
  if (letter === null) return parcels.length;
  const younger = parcels.findIndex(
    (parcel, index) =>
      parcel.letter?.branch === letter.branch &&
      parcel.letter.id > letter.id &&
      parcel.done === 0 &&
      !(busy && index === 0),
  );
  return younger === -1 ? parcels.length : younger;
}
