import type { MessageKey } from '../ports/store/store.js';

/**
 * Messages that changed nothing are answered at once, before they are on record: their ids are written with the next
 * commits of the branch. A crash may lose them; then they are answered again (SPEC §6).
 */
export interface Unrecorded {
  add(branch: string, message: MessageKey): void;
  has(branch: string, message: MessageKey): boolean;
  /** The oldest: few enough that no line waits for hundreds of questions before it. */
  of(branch: string): readonly MessageKey[];
  remove(branch: string, written: readonly MessageKey[]): void;
}

/** Kept for each branch; older ones are so far back that no channel sends them again. */
const mostUnrecorded = 1_000;
/** Written with one commit. */
const mostAtOnce = 20;

export function createUnrecorded(): Unrecorded {
  const waiting = new Map<string, Map<string, MessageKey>>();
  const keyOf = ({ channel, messageId }: MessageKey) => `${channel}/${messageId}`;
  const idsOf = (branch: string) => waiting.get(branch) ?? new Map<string, MessageKey>();
  return {
    add(branch, message) {
      const known = idsOf(branch);
      known.set(keyOf(message), message);
      const oldest = known.keys().next();
      if (known.size > mostUnrecorded && oldest.done !== true) known.delete(oldest.value);
      waiting.set(branch, known);
    },
    has: (branch, message) => idsOf(branch).has(keyOf(message)),
    of: (branch) => [...idsOf(branch).values()].slice(0, mostAtOnce),
    remove(branch, written) {
      const known = idsOf(branch);
      for (const message of written) known.delete(keyOf(message));
      if (known.size === 0) waiting.delete(branch);
    },
  };
}
