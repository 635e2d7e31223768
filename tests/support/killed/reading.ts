import type { Papers } from '../../../src/app/ports/papers.js';
import type { Reading } from '../../../src/app/ports/reading.js';
import type { ThreadSettings } from '../../../src/start/reading/reading-thread.js';
import { copySound } from '../../../src/store/backups/copy.js';
import { createSeal } from '../../../src/store/sealing/seal.js';

/** A process out of a snapshot starts no threads: the daily backup is made in this one, and nobody asks for papers. */
export function sharedReading({ databaseFile, master, kept }: ThreadSettings): Reading & Papers {
  const seal = createSeal(master, kept);
  const missing = () => Promise.reject(new Error('no thread out of a snapshot'));
  return {
    copyTo: (part) => new Promise((resolve) => resolve(copySound(databaseFile, part, seal))),
    ...{ branches: missing, verifyLedger: missing, make: missing },
    giveUp: () => undefined,
    close: () => Promise.resolve(),
  };
}
