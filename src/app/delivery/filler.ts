import type { Log } from '../ports/log.js';
import type { Papers } from '../ports/papers.js';
import type { StoredLetter } from '../ports/store.js';
import type { Timer } from '../ports/timer.js';

/** Makes the paper that a letter orders and puts it into the letter. Never rejects: words are said in any case. */
export type Filler = (letter: StoredLetter) => Promise<StoredLetter>;

/** Milliseconds; the archive of a whole year takes a tenth of it. */
const patience = 300_000;

export function createFiller({ papers, log, timer }: FillerDeps): Filler {
  return async (letter) => {
    const { paper, branch, id, text } = letter;
    if (paper === undefined) return letter;
    const { order, today, instead } = paper;
    try {
      return {
        ...letter,
        files: await within(timer, papers.make(branch, order, today), () => papers.giveUp()),
      };
    } catch (error) {
      // Which paper, never of whom.
      log.error({ branch, letter: id, paper: order.paper, error: String(error) }, 'paper not made');
      return { ...letter, text: instead === null ? text : `${text}\n${instead}` };
    }
  };
}

interface FillerDeps {
  readonly papers: Papers;
  readonly log: Log;
  readonly timer: Timer;
}

async function within<T>(timer: Timer, work: Promise<T>, onTooLate: () => void): Promise<T> {
  let callOff: () => void = () => undefined;
  const tooLate = new Promise<never>((_, reject) => {
    callOff = timer.after(patience, () => {
      onTooLate();
      reject(new Error('the paper took too long'));
    });
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    callOff();
  }
}
