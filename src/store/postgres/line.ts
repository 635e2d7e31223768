import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { projectFolder } from '../../project-folder.js';
import type { Answer, Line, ServerFailure, ToThread } from './protocol.js';
import { ServerError } from './server-error.js';

/** Rounds of a second in which the thread gives no sign of life, until it is given up. A machine that slept is one round. */
const silentRounds = 10;

/** The connections of a process share one thread. */
let shared: { readonly worker: Worker; readonly beat: Int32Array } | undefined;

/** Without its thread a process can neither read nor write: whoever waits hears of it, then the process ends. */
function thread() {
  if (shared !== undefined) return shared;
  const script = pathToFileURL(join(projectFolder(), 'dist/src/store/postgres/thread.js'));
  const beat = counter();
  const worker = new Worker(script, { execArgv: ['--enable-source-maps'], workerData: beat });
  worker.unref();
  worker.on('error', (error) => {
    throw new ServerError(threadGone(error));
  });
  worker.on('exit', () => {
    throw new ServerError(threadGone());
  });
  return (shared = { worker, beat });
}

function threadGone(error?: unknown): ServerFailure {
  const message = error instanceof Error ? error.message : 'the thread that speaks with the server is gone';
  return { message, code: 'THREAD', isLost: false };
}

function counter(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Whoever asks waits: the other thread speaks with the server meanwhile. */
export function openLine(url: string) {
  const { port1: near, port2: far } = new MessageChannel();
  const signal = counter();
  const { worker, beat } = thread();
  worker.postMessage({ port: far, signal, url } satisfies Line<typeof far>, [far]);
  near.unref();
  return {
    ask(asked: ToThread): Answer {
      const before = Atomics.load(signal, 0);
      near.postMessage(asked);
      let [heard, silent] = [Atomics.load(beat, 0), 0];
      for (;;) {
        const told: { readonly message: Answer } | undefined = receiveMessageOnPort(near);
        if (told !== undefined) return told.message;
        if (Atomics.wait(signal, 0, before, 1_000) !== 'timed-out') continue;
        const now = Atomics.load(beat, 0);
        [heard, silent] = [now, now === heard ? silent + 1 : 0];
        if (silent < silentRounds) continue;
        void worker.terminate();
        return { found: [], failure: threadGone() };
      }
    },
    close: () => near.close(),
  };
}
