import type { Timer } from '../app/ports/timer.js';

/** While the process starts: waits for the first word about the connection, but not for ever. */
export interface Opening<E extends Error> {
  /** Rejects with what `end` is given; resolves when it is given nothing, or after `within` milliseconds. */
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
