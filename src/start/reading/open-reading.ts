import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Papers } from '../../app/ports/papers.js';
import type { Reading } from '../../app/ports/reading.js';
import { projectFolder } from '../../project-folder.js';
import { createReading } from '../../reading/reading.js';
import type { ThreadSettings } from './reading-thread.js';

/** Milliseconds without a question after which the thread ends. */
const idleFor = 60_000;

/** The reading thread. Always the bundle: Node 20 starts no worker from TypeScript. */
export function openReading(settings: ThreadSettings): Reading & Papers {
  return createReading(
    () => startThread(settings),
    (end) => {
      const timer = setTimeout(end, idleFor).unref();
      return () => clearTimeout(timer);
    },
  );
}

/** @param settings null: each line that it is sent brings its own */
export function startThread(settings: ThreadSettings | null): Worker {
  const script = pathToFileURL(join(projectFolder(), 'dist/src/start/reading/reading-thread.js'));
  // A failure names its place in src.
  return new Worker(script, { workerData: settings, execArgv: ['--enable-source-maps'] });
}
