import { ReportedFailure } from '../app/failure.js';
import type { Papers } from '../app/ports/papers.js';
import type { Reading } from '../app/ports/reading.js';
import type { Answers, FromWorker, Question, ToWorker } from './protocol.js';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (read: number) => void;
}

/**
 * The reading worker. It alone loads Prisma, whose import takes 60 MB and whose reads never yield (docs/adr/0002), so
 * the message thread stays free. The first question starts it, also after it has ended.
 *
 * @param whenIdle calls back once nothing has been asked for a while, unless it is cancelled: then the thread ends, as
 *   fonts and papers take more memory than the whole bot. Left out: it stays.
 */
export function createReading(
  start: () => ReadingWorker,
  whenIdle: (end: () => void) => () => void = () => () => undefined,
): Reading & Papers {
  let running: Thread | null = null;
  let isClosed = false;
  let open = 0;
  let stay: () => void = () => undefined;
  const ask = <A extends Question['ask']>(
    question: Extract<Question, { ask: A }>,
    onProgress: (read: number) => void = () => undefined,
  ): Promise<Answers[A]> => {
    if (isClosed) return Promise.reject(new Error('the reading worker is closed'));
    running ??= startThread(start(), (ended) => {
      // An abandoned worker may end when the next one is already at work.
      if (running === ended) running = null;
    });
    stay();
    open += 1;
    const asked = running;
    return (asked.ask(question, onProgress) as Promise<Answers[A]>).finally(() => {
      open -= 1;
      if (open === 0 && running === asked) stay = whenIdle(() => void asked.end());
    });
  };
  return {
    branches: () => ask({ ask: 'branches' }),
    verifyLedger: (branch, known, onProgress) => ask({ ask: 'verifyLedger', branch, known }, onProgress),
    copyTo: (part) => ask({ ask: 'copyTo', part }),
    make: (branch, order, today) => ask({ ask: 'papers', branch, order, today }),
    giveUp() {
      void running?.end();
    },
    async close() {
      isClosed = true;
      await running?.end();
      stay();
    },
  };
}

/** A worker thread, or a line to one. */
export interface ReadingWorker {
  on(event: 'message', hear: (message: FromWorker) => void): unknown;
  on(event: 'error', hear: (error: Error) => void): unknown;
  on(event: 'exit', hear: () => void): unknown;
  postMessage(message: ToWorker): void;
  terminate(): Promise<unknown>;
}

interface Thread {
  ask(question: Question, onProgress: (read: number) => void): Promise<unknown>;
  /** Refuses the open questions at once and asks nothing more. */
  end(): Promise<unknown>;
}

function startThread(worker: ReadingWorker, onEnd: (ended: Thread) => void): Thread {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  const end = (error: Error): void => {
    onEnd(self);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (message: FromWorker) => {
    const asked = waiting.get(message.id);
    if (asked === undefined) return;
    if (message.kind === 'progress') {
      asked.onProgress(message.read);
      return;
    }
    waiting.delete(message.id);
    if (message.kind === 'answer') asked.resolve(message.answer);
    else asked.reject(new ReportedFailure(message.failure));
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the reading worker ended')));
  const self: Thread = {
    ask: (question, onProgress) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject, onProgress });
        worker.postMessage({ id: count, question } satisfies ToWorker);
      }),
    end: () => {
      end(new Error('the reading worker was ended'));
      return worker.terminate();
    },
  };
  return self;
}
