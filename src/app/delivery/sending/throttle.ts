import type { Capabilities } from '../../ports/channel.js';
import type { Timer } from '../../ports/clock.js';

/** A place among the messages of a window, taken before one is sent. */
interface Place {
  /** It arrived, or may have: from now on it counts for as long as the window is. */
  arrived(): void;
  /** Nothing was sent. */
  unused(): void;
}

/** Keeps a channel within its rate. */
export interface Throttle {
  /** Milliseconds until one more may be sent to this chat; 0: now. */
  wait(chat: string): number;
  take(chat: string): Place;
  /** Messages that others sent to this chat, so many milliseconds ago at least. */
  recall(chat: string, messages: number, ago: number): void;
  /** Seconds of the longest window. */
  readonly memory: number;
}

interface Ledger {
  /** Instants at which messages had arrived at the latest, oldest first. */
  readonly arrived: number[];
  underWay: number;
}

const unlimited: Throttle = {
  wait: () => 0,
  take: () => ({ arrived: () => undefined, unused: () => undefined }),
  recall: () => undefined,
  memory: 0,
};

/** While a message under way holds a place, there is no telling when it comes free. */
const lookAgain = 250;

/**
 * A sliding window, not a bucket that fills up: a bucket lets twice the number through in a window that
 * begins with a full one. A message counts from the moment its sending ended, because it arrived before that.
 */
export function createThrottle(rate: Capabilities['rate'], timer: Timer): Throttle {
  if (rate === null) return unlimited;
  const { per, limits } = rate;
  const memory = Math.max(...limits.map(({ seconds }) => seconds));
  const longest = memory * 1000;
  const ledgers = new Map<string, Ledger>();
  const ledgerOf = (chat: string): Ledger => {
    const key = per === 'chat' ? chat : '';
    const ledger = ledgers.get(key) ?? { arrived: [], underWay: 0 };
    ledgers.set(key, ledger);
    return ledger;
  };
  const forget = ({ arrived }: Ledger, now: number): void => {
    const past = arrived.findIndex((at) => now - at < longest);
    arrived.splice(0, past === -1 ? arrived.length : past);
  };
  return {
    wait(chat) {
      const ledger = ledgerOf(chat);
      const now = timer.now();
      forget(ledger, now);
      const { arrived, underWay } = ledger;
      const waits = limits.map(({ most, seconds }) => {
        const free = most - underWay;
        if (free <= 0) return lookAgain;
        // The message that has to leave the window before another may enter.
        const blocking = arrived[arrived.length - free];
        return blocking === undefined ? 0 : Math.max(0, blocking + seconds * 1000 - now);
      });
      return Math.max(...waits);
    },
    take(chat) {
      const ledger = ledgerOf(chat);
      ledger.underWay += 1;
      return {
        arrived() {
          ledger.underWay -= 1;
          ledger.arrived.push(timer.now());
        },
        unused() {
          ledger.underWay -= 1;
        },
      };
    },
    recall(chat, messages, ago) {
      const { arrived } = ledgerOf(chat);
      arrived.push(...Array.from({ length: messages }, () => timer.now() - ago));
      arrived.sort((one, other) => one - other);
    },
    memory,
  };
}
