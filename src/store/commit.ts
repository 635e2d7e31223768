import type { Timer } from '../app/ports/clock.js';
import type { Connection } from './connection.js';

/** Work inside the next transaction; its result is handed out after COMMIT. */
type Work<R> = () => R;

interface Waiting {
  readonly work: Work<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface Committer {
  /** Runs `work` in a savepoint of the next group commit. Rejects, with nothing written, if `work` or COMMIT fails. */
  run<R>(work: Work<R>): Promise<R>;
  /** The same without hurry: waits a few milliseconds to share another commit. */
  runAlong<R>(work: Work<R>): Promise<R>;
  /** Another process holds the lock, and work is waiting for it. */
  isBlocked(): boolean;
}

const largestBatch = 100;
const companyWithin = 5;
/** Milliseconds between tries while another process holds the lock; each try itself waits for `busy_timeout`. */
const retryEvery = 15;
/** Milliseconds after which waiting work fails. */
const givenUpAfter = 5_000;

/** What waits to be written keeps the process awake. */
const keptAwake: Timer = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timeout = setTimeout(work, milliseconds);
    return () => clearTimeout(timeout);
  },
};

/**
 * Group commit (shared/PERFORMANCE.md): all work that is waiting when the event loop comes round shares one durable
 * commit. Each piece has a SAVEPOINT, so that one failure spares the others, and nobody hears of success before COMMIT.
 */
export function createCommitter(
  db: Connection,
  timer: Timer = keptAwake,
  withCause: (error: unknown) => unknown = (error) => error,
): Committer {
  const waiting: Waiting[] = [];
  let [scheduled, refusedSince] = [false, undefined as number | undefined];
  const schedule = (): void => {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    setImmediate(flush);
  };

  function flush(): void {
    scheduled = false;
    if (!begin()) return;
    const batch = waiting.splice(0, largestBatch);
    const done: (() => void)[] = [];
    try {
      // One alone has nobody to spare.
      for (const item of batch) done.push(batch.length === 1 ? runBare(item) : runOne(db, item, withCause));
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      const cause = withCause(error);
      for (const item of batch) item.reject(cause);
      schedule();
      return;
    }
    done.forEach((tell) => tell());
    schedule();
  }

  /** False when the lock is taken: it tries again later without blocking the event loop. */
  function begin(): boolean {
    try {
      db.exec('BEGIN IMMEDIATE');
      refusedSince = undefined;
      return true;
    } catch (error) {
      refusedSince ??= timer.now();
      if (!isBusy(error) || timer.now() - refusedSince > givenUpAfter) {
        refusedSince = undefined;
        for (const item of waiting.splice(0)) item.reject(withCause(error));
        return false;
      }
      scheduled = true;
      timer.after(retryEvery, flush);
      return false;
    }
  }

  const enter = <R>(work: Work<R>, hurry: () => void): Promise<R> =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (result: unknown) => void, reject });
      hurry();
    });

  return {
    run: (work) => enter(work, schedule),
    runAlong: (work) => enter(work, () => void timer.after(companyWithin, schedule)),
    isBlocked: () => refusedSince !== undefined,
  };
}

function runBare({ work, resolve }: Waiting): () => void {
  const result = work();
  return () => resolve(result);
}

function runOne(db: Connection, item: Waiting, withCause: (error: unknown) => unknown): () => void {
  db.exec('SAVEPOINT piece');
  try {
    const done = runBare(item);
    db.exec('RELEASE piece');
    return done;
  } catch (error) {
    db.exec('ROLLBACK TO piece');
    db.exec('RELEASE piece');
    return () => item.reject(withCause(error));
  }
}

export function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED');
}
