import type { Chat } from '../ports/channel.js';
import type { StoredLetter } from '../ports/store/store.js';
import type { Filler } from './filler.js';
import { parcelOf, keyOf, laneOf, type Parcel } from './parcel.js';
import type { Tracker } from './tracker.js';

/**
 * Between a letter and its chat: a letter with a paper joins the chat once that is made, and holds up no one meanwhile.
 * A branch's papers are made one after another, each when the one before has left: a year's archive has parts of 19 MB,
 * never all in memory at once.
 */
export interface PaperQueue {
  bring(letter: StoredLetter, chat: Chat): void;
  /** Whether its paper is to be made, or on its way. */
  has(key: string): boolean;
  /** It has left its chat, one way or another. */
  gone(key: string): void;
  /** Its chat cannot take it now: papers for others go on, those for this chat wait. */
  rests(key: string): void;
  /** What has not begun stays in the file for the next owner. */
  drop(): void;
}

interface Where {
  readonly key: string;
  readonly branch: string;
  readonly lane: string;
}

interface Ordered extends Where {
  readonly letter: StoredLetter;
  readonly chat: Chat;
}

export function createPaperQueue(deps: {
  readonly fill: Filler;
  readonly tracker: Tracker;
  readonly onReady: (parcel: Parcel) => void;
}): PaperQueue {
  const { fill, tracker, onReady } = deps;
  let waiting: readonly Ordered[] = [];
  /** By branch: what is made, or on its way. */
  const underWay = new Map<string, Where>();
  /** Made, in a chat that cannot take it now. */
  const resting = new Set<Where>();

  const make = async ({ letter, chat }: Ordered): Promise<void> =>
    onReady(parcelOf(await fill(letter), chat));
  const next = (branch: string): void => {
    if (underWay.has(branch)) return;
    const held = new Set([...resting].map(({ lane }) => lane));
    const ordered = waiting.find((other) => other.branch === branch && !held.has(other.lane));
    if (ordered === undefined) return;
    waiting = waiting.filter((other) => other !== ordered);
    const { key, lane } = ordered;
    underWay.set(branch, { key, branch, lane });
    tracker.track(make(ordered));
  };
  const goOn = (): void => {
    for (const branch of new Set(waiting.map((ordered) => ordered.branch))) next(branch);
  };
  const isOf = (key: string) => (where: Where) => where.key === key;
  const has = (key: string): boolean => waiting.some(isOf(key)) || [...underWay.values()].some(isOf(key));
  /** The place of its branch is free for the next one. */
  const release = (key: string): Where | undefined => {
    const where = [...underWay.values()].find(isOf(key));
    if (where !== undefined) underWay.delete(where.branch);
    return where;
  };
  return {
    bring(letter, chat) {
      const { branch } = letter;
      const key = keyOf(letter);
      if (letter.paper === undefined) onReady(parcelOf(letter, chat));
      if (letter.paper === undefined || has(key)) return;
      waiting = [...waiting, { key, branch, lane: laneOf(chat), letter, chat }];
      next(branch);
    },
    has,
    gone(key) {
      const rested = [...resting].find(isOf(key));
      if (rested !== undefined) resting.delete(rested);
      if (release(key) !== undefined || rested !== undefined) goOn();
    },
    rests(key) {
      const where = release(key);
      if (where === undefined) return;
      resting.add(where);
      goOn();
    },
    drop() {
      waiting = [];
    },
  };
}
