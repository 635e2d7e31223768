import { MessageChannel, type Worker } from 'node:worker_threads';
import type { Papers } from '../../app/ports/papers.js';
import type { Reading } from '../../app/ports/reading.js';
import { createReading, type ReadingWorker } from '../../reading/reading.js';
import { startThread } from '../../start/reading/open-reading.js';
import type { ThreadLine, ThreadSettings } from '../../start/reading/reading-thread.js';

/** Loading Prisma and the fonts takes longer than most plays: the stages of a process share one thread. */
let shared: Worker | undefined;

export function sharedReading(settings: ThreadSettings): Reading & Papers {
  return createReading(() => lineTo((shared ??= startShared()), settings));
}

function startShared(): Worker {
  const worker = startThread(null);
  // Only what is asked of it keeps the process alive.
  worker.unref();
  worker.on('exit', () => {
    if (shared === worker) shared = undefined;
  });
  // Each line ends with it, and says so.
  worker.on('error', () => undefined);
  return worker;
}

function lineTo(worker: Worker, settings: ThreadSettings): ReadingWorker {
  const { port1: near, port2: far } = new MessageChannel();
  worker.postMessage({ port: far, settings } satisfies ThreadLine, [far]);
  return {
    on(event: 'message' | 'error' | 'exit', hear: (heard: never) => void) {
      if (event !== 'error') near.on(event === 'exit' ? 'close' : event, hear as () => void);
    },
    postMessage: (message) => near.postMessage(message),
    terminate() {
      near.close();
      return Promise.resolve();
    },
  };
}
