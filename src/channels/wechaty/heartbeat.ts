import type { Timer } from '../../app/ports/timer.js';

/** Watches a connection that does not say when it dies. Times are milliseconds. */
export interface Heartbeat {
  start(): void;
  /** A sign of life: any event at all. */
  sign(): void;
  /** Asks at once. */
  doubt(): void;
  isInDoubt(): boolean;
  stop(): void;
}

export function createHeartbeat(options: {
  readonly timer: Timer;
  /** Without a sign for so long, it is asked for one. */
  readonly interval: number;
  /** How long it may take to answer. */
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
