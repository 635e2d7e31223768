import type { Chat } from '../ports/channel.js';
import type { StoredLetter } from '../ports/store.js';
import type { Filler } from './filler.js';
import { jobOf, keyOf, type Job } from './job.js';
import type { Tracker } from './tracker.js';

/** Between a letter and its chat: one with a paper joins the chat when that is made, and holds nobody up meanwhile. */
export interface Workshop {
  bring(letter: StoredLetter, chat: Chat): void;
  /** Whether its paper is being made. */
  has(key: string): boolean;
}

export function createWorkshop(deps: {
  readonly fill: Filler;
  readonly tracker: Tracker;
  readonly onReady: (job: Job) => void;
}): Workshop {
  const { fill, tracker, onReady } = deps;
  const making = new Set<string>();
  const make = async (letter: StoredLetter, chat: Chat): Promise<void> => {
    const key = keyOf(letter);
    making.add(key);
    const filled = await fill(letter);
    making.delete(key);
    onReady(jobOf(filled, chat));
  };
  return {
    bring(letter, chat) {
      if (letter.paper === undefined) onReady(jobOf(letter, chat));
      else if (!making.has(keyOf(letter))) tracker.track(make(letter, chat));
    },
    has: (key) => making.has(key),
  };
}
