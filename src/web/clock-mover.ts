import { Temporal } from 'temporal-polyfill';
import { failureOf } from '../app/failure.js';
import type { LocalWorld } from '../channels/local/world.js';
import type { PageLog } from './log.js';

interface ClockState {
  readonly now: string;
  /** Whether the bot is still working on what fell due on the way. */
  readonly moving: boolean;
}

export type MoveRefusal = 'busy' | 'real' | 'backwards' | 'tooFar' | 'failed';

export interface ClockMover {
  state(): ClockState;
  /** Resolves when every job on the way is done: with nothing, or with why the clock did not move all the way. */
  move(to: string): Promise<MoveRefusal | undefined>;
  /** The move under way ends after the job at hand: the clock stays where it is by then. */
  stop(): void;
  subscribe(listener: (state: ClockState) => void): () => void;
}

/** One move at a time: two windows must not run the same jobs side by side. */
export function createClockMover(
  world: LocalWorld,
  moveClock: ((to: string, goesOn: () => boolean) => Promise<void>) | undefined,
  log: PageLog,
): ClockMover {
  const listeners = new Set<(state: ClockState) => void>();
  let moving = false;
  let stopped = false;
  const state = (): ClockState => ({ now: world.clock.now(), moving });
  const tell = (): void => {
    for (const listener of listeners) listener(state());
  };
  world.subscribe((event) => {
    if (event.kind === 'clock') tell();
  });
  return {
    state,
    async move(to) {
      if (moveClock === undefined) return 'real';
      if (moving) return 'busy';
      if (to < world.clock.now()) return 'backwards';
      if (to > aYearAfter(world.clock.now())) return 'tooFar';
      moving = true;
      stopped = false;
      tell();
      try {
        await moveClock(to, () => !stopped);
        return undefined;
      } catch (error) {
        log.error({ ...failureOf(error), to }, 'moving the sample clock failed');
        return 'failed';
      } finally {
        moving = false;
        tell();
      }
    },
    stop: () => void (stopped = true),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Further than this nobody tries out a branch, and every job on the way is run. */
function aYearAfter(now: string): string {
  return Temporal.PlainDateTime.from(now).add({ years: 1 }).toString({ smallestUnit: 'second' });
}

/** A jump that the clock panel offers. */
interface Jump {
  readonly label: string;
  /** `YYYY-MM-DDTHH:MM:SS` */
  readonly to: string;
}

/**
 * The useful jumps of a branch's day. `quarterOpening` is the start of work on next quarter's first working day;
 * without it (no holiday calendar) that jump is missing.
 */
export function jumpsFrom(now: string, quarterOpening?: (now: string) => string): readonly Jump[] {
  const at = Temporal.PlainDateTime.from(now);
  const nine = Temporal.PlainTime.from('09:00');
  const today = at.toPlainDate();
  const write = (instant: Temporal.PlainDateTime): string => instant.toString({ smallestUnit: 'second' });
  return [
    { label: '+1小时', to: write(at.add({ hours: 1 })) },
    { label: '明天上午9点', to: write(today.add({ days: 1 }).toPlainDateTime(nine)) },
    { label: '下周一上午9点', to: write(today.add({ days: 8 - today.dayOfWeek }).toPlainDateTime(nine)) },
    ...(quarterOpening ? [{ label: '下季度首个工作日', to: quarterOpening(now) }] : []),
  ];
}
