import type { Timer } from '../../app/ports/clock.js';

/** Watches a connection that does not report its own death. Times are milliseconds. */
interface Heartbeat {
  start(): void;
  /** Any event counts as a sign of life. */
  sign(): void;
  doubt(): void;
  isInDoubt(): boolean;
  stop(): void;
}

export function createHeartbeat(options: {
  readonly timer: Timer;
  /** Silence after which the puppet is asked for a sign. */
  readonly interval: number;
  readonly patience: number;
  readonly ask: () => void;
  readonly dead: () => void;
}): Heartbeat {
  const { timer, interval, patience, ask, dead } = options;
  let callOff: () => void = () => undefined;
  let isInDoubt = false;
  let isOver = false;
  const rest = (): void => {
    callOff();
    if (isOver) return;
    isInDoubt = false;
    callOff = timer.after(interval, question);
  };
  const question = (): void => {
    callOff();
    callOff = timer.after(patience, dead);
    ask();
  };
  return {
    start: rest,
    sign: rest,
    doubt() {
      if (isInDoubt || isOver) return;
      isInDoubt = true;
      question();
    },
    isInDoubt: () => isInDoubt,
    stop() {
      isOver = true;
      callOff();
    },
  };
}
