import { failureOf } from '../failure.js';
import type { Log } from '../ports/log.js';
import type { Papers } from '../ports/papers.js';
import type { OrderedPaper, StoredLetter } from '../ports/store/store.js';
import type { Timer } from '../ports/clock.js';

/** Makes the paper that a letter orders and puts it into the letter. Never rejects: words are said in any case. */
export type Filler = (letter: StoredLetter) => Promise<StoredLetter>;

/** Who ordered it may not have it any more, or it took too long. */
class NotMade extends Error {
  constructor(readonly code: 'NOT_ENTITLED' | 'TOO_LATE') {
    super(code);
  }
}

/** Milliseconds; the archive of a whole year takes a tenth of it. */
const patience = 300_000;

export function createFiller({ papers, mayHave, onMissing, log, timer }: FillerDeps): Filler {
  const make = async (letter: StoredLetter, paper: OrderedPaper): Promise<StoredLetter> => {
    const { branch, id, text } = letter;
    const { order, today, instead } = paper;
    try {
      if (!mayHave(letter)) throw new NotMade('NOT_ENTITLED');
      const work = papers.make(branch, order, today);
      return { ...letter, files: await within(timer, work, () => papers.giveUp()) };
    } catch (error) {
      // Which paper, never of whom.
      log.error({ branch, letter: id, paper: order.paper, ...failureOf(error) }, 'paper not made');
      await onMissing(letter);
      // From the first part: the words may have arrived before, but not with this sentence.
      return instead === null ? letter : { ...letter, text: `${text}\n${instead}`, progress: 0 };
    }
  };
  // One at a time, as the worker makes them: no one waits for another's paper, and giving up one that hangs gives up no
  // other.
  let before: Promise<void> = Promise.resolve();
  return (letter) => {
    const { paper } = letter;
    if (paper === undefined) return Promise.resolve(letter);
    const made = before.then(() => make(letter, paper));
    before = made.then(() => undefined);
    return made;
  };
}

interface FillerDeps {
  readonly papers: Papers;
  /** A paper may wait for hours; by then the account or the office may have changed hands. */
  readonly mayHave: (letter: StoredLetter) => boolean;
  /** It could not be made: what hangs on it is put right before the letter says so. Never rejects. */
  readonly onMissing: (letter: StoredLetter) => Promise<void>;
  readonly log: Log;
  readonly timer: Timer;
}

async function within<T>(timer: Timer, work: Promise<T>, onTooLate: () => void): Promise<T> {
  let callOff: () => void = () => undefined;
  const tooLate = new Promise<never>((_, reject) => {
    callOff = timer.after(patience, () => {
      onTooLate();
      reject(new NotMade('TOO_LATE'));
    });
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    callOff();
  }
}
