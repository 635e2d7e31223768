import { failureOf } from '../app/failure.js';
import type { Log } from '../app/ports/log.js';

/** Hands over messages once each, and those of one person in order, even while a picture is still loading. */
interface Turns {
  /** False for a message already taken; the inbox decides what is new. */
  take(messageId: string, account: string, work: () => Promise<void>): boolean;
  /** Resolves when everything taken so far is handed over. */
  idle(): Promise<void>;
}

/** Message ids to remember, so that no file is fetched twice. */
const remembered = 1_000;

export function createTurns(log: Log): Turns {
  const recent = new Set<string>();
  const tails = new Map<string, Promise<void>>();
  return {
    take(messageId, account, work) {
      if (recent.has(messageId)) return false;
      remember(recent, messageId);
      const tail = (tails.get(account) ?? Promise.resolve())
        .then(work)
        .catch((error: unknown) => {
          // A repeated delivery counts as new.
          recent.delete(messageId);
          log.error({ messageId, ...failureOf(error) }, 'a message was not taken');
        })
        .finally(() => {
          if (tails.get(account) === tail) tails.delete(account);
        });
      tails.set(account, tail);
      return true;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}

function remember(recent: Set<string>, id: string): void {
  recent.add(id);
  const [oldest] = recent;
  if (recent.size > remembered && oldest !== undefined) recent.delete(oldest);
}
