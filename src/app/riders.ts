import type { MessageKey } from './ports/store.js';

/**
 * Messages that changed nothing were answered at once; their ids ride with the next commit of the
 * branch, and may be lost in a crash (then they are answered again, SPEC §6).
 */
export interface Riders {
  add(branch: string, message: MessageKey): void;
  has(branch: string, message: MessageKey): boolean;
  of(branch: string): readonly MessageKey[];
  clear(branch: string): void;
}

/** Remembered for each branch; older ones are so far back that no channel sends them again. */
const mostRiders = 1_000;

export function createRiders(): Riders {
  const waiting = new Map<string, Map<string, MessageKey>>();
  const keyOf = ({ channel, messageId }: MessageKey) => `${channel}/${messageId}`;
  const riders = (branch: string) => waiting.get(branch) ?? new Map<string, MessageKey>();
  return {
    add(branch, message) {
      const known = riders(branch);
      known.set(keyOf(message), message);
      const oldest = known.keys().next();
      if (known.size > mostRiders && oldest.done !== true) known.delete(oldest.value);
      waiting.set(branch, known);
    },
    has: (branch, message) => riders(branch).has(keyOf(message)),
    of: (branch) => [...riders(branch).values()],
    clear: (branch) => void waiting.delete(branch),
  };
}
