import { Worker } from 'node:worker_threads';
import type { Reading } from '../app/ports/reading.js';
import type { Answers, FromWorker, Question, ToWorker, WorkerSettings } from './protocol.js';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (read: number) => void;
}

/**
 * Starts the reading worker. It alone loads Prisma, whose import costs 60 MB and whose reads never yield
 * (docs: shared/PERFORMANCE.md), so that the thread of the messages stays free.
 */
export function createReading(settings: WorkerSettings): Reading {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: settings });
  const waiting = new Map<number, Waiting>();
  let count = 0;
  const failAll = (error: Error): void => {
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
    else asked.reject(new Error(message.reason));
  });
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('the reading worker ended')));

  const ask = <A extends Question['ask']>(
    question: Extract<Question, { ask: A }>,
    onProgress: (read: number) => void = () => undefined,
  ) =>
    new Promise<Answers[A]>((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve: resolve as (answer: unknown) => void, reject, onProgress });
      worker.postMessage({ id: count, question } satisfies ToWorker);
    });

  return {
    branches: () => ask({ ask: 'branches' }),
    verifyLedger: (branch, known, onProgress) => ask({ ask: 'verifyLedger', branch, known }, onProgress),
    async close() {
      await worker.terminate();
    },
  };
}
