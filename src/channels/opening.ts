import type { Timer } from '../app/ports/clock.js';

/** Waits at start-up for the first news of the connection, with a limit. */
export interface Opening<E extends Error> {
  /** Rejects with what `end` receives; resolves when it receives nothing, or after `within` milliseconds. */
  begin(within: number): Promise<void>;
  isOver(): boolean;
  end(refused?: E): void;
}

export function createOpening<E extends Error>(timer: Timer): Opening<E> {
  let settle: ((refused?: E) => void) | null = null;
  return {
    begin: (within) =>
      new Promise<void>((resolve, reject) => {
        const callOff = timer.after(within, () => settle?.());
        settle = (refused) => {
          settle = null;
          callOff();
          if (refused === undefined) resolve();
          else reject(refused);
        };
      }),
    isOver: () => settle === null,
    end: (refused) => settle?.(refused),
  };
}
