import type { Timer } from '../app/ports/clock.js';
import type { Connection } from './connection.js';
import { isBusy, isLost, mayRepeat } from './refusals.js';

/** Work inside the next transaction; its result is handed out after COMMIT. */
type Work<R> = () => R;

interface Waiting {
  readonly work: Work<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** How often its transaction was begun. */
  tries: number;
}

/** Work that is done, to be told of after COMMIT. */
type Told = () => void;

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
/** Transactions begun for the same work. */
const mostTries = 10;
/** Milliseconds after which waiting work fails: another process at work is soon done, a server that is gone comes back. */
const givenUpAfter = { busy: 5_000, lost: 30_000 } as const;

/** What waits to be written keeps the process awake. */
const keptAwake: Timer = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timeout = setTimeout(work, milliseconds);
    return () => clearTimeout(timeout);
  },
};

/** What waits, and when it is looked at again. */
function createQueue(timer: Timer, withCause: (error: unknown) => unknown, look: () => void) {
  const waiting: Waiting[] = [];
  let isScheduled = false;
  const start = (): void => {
    isScheduled = false;
    look();
  };
  return {
    waiting,
    soon: (): void => {
      if (isScheduled || waiting.length === 0) return;
      isScheduled = true;
      setImmediate(start);
    },
    later: (): void => {
      isScheduled = true;
      timer.after(retryEvery, start);
    },
    /** First in the line, as they were. */
    again: (items: readonly Waiting[]) => void waiting.unshift(...items),
    /** What may be tried again waits again; the others hear of it. */
    failed(items: readonly Waiting[], error: unknown): void {
      const mayTry = (item: Waiting) => mayRepeat(error) && item.tries < mostTries;
      const cause = withCause(error);
      for (const item of items) if (!mayTry(item)) item.reject(cause);
      waiting.unshift(...items.filter(mayTry));
    },
    giveUp(error: unknown): void {
      for (const item of waiting.splice(0)) item.reject(withCause(error));
    },
  };
}

type Queue = ReturnType<typeof createQueue>;

/** Begins transactions. While the lock is taken or the server gone it tries again without blocking the event loop. */
function createBeginning(db: Connection, timer: Timer, queue: Queue) {
  let refusedSince: number | undefined;
  return {
    isRefused: () => refusedSince !== undefined,
    begin(): boolean {
      if (queue.waiting.length === 0) return false;
      try {
        db.exec('BEGIN IMMEDIATE');
        refusedSince = undefined;
        return true;
      } catch (error) {
        refusedSince ??= timer.now();
        const limit = isLost(error) ? givenUpAfter.lost : givenUpAfter.busy;
        if ((isBusy(error) || isLost(error)) && timer.now() - refusedSince <= limit) queue.later();
        else {
          refusedSince = undefined;
          queue.giveUp(error);
        }
        return false;
      }
    },
  };
}

/** A COMMIT that was under way when the connection was lost: only the server knows what became of it. */
function createDoubt(db: Connection, queue: Queue) {
  let doubtful: { readonly batch: readonly Waiting[]; readonly done: readonly Told[] } | undefined;
  return {
    over(batch: readonly Waiting[], done: readonly Told[]): void {
      doubtful = { batch, done };
    },
    /** False: it cannot be told yet. */
    isSettled(): boolean {
      if (doubtful === undefined) return true;
      const fate = db.fate?.();
      if (fate === 'unknown') {
        queue.later();
        return false;
      }
      const { batch, done } = doubtful;
      doubtful = undefined;
      if (fate === 'committed') done.forEach((tell) => tell());
      else queue.again(batch);
      return true;
    },
  };
}

/**
 * Group commit (shared/PERFORMANCE.md): all work that is waiting when the event loop comes round shares one durable
 * commit. Each piece has a SAVEPOINT, so that one failure spares the others, and nobody hears of success before COMMIT.
 * What a server refused for now, or lost with its connection, is done again.
 */
export function createCommitter(
  db: Connection,
  timer: Timer = keptAwake,
  withCause: (error: unknown) => unknown = (error) => error,
): Committer {
  const queue = createQueue(timer, withCause, flush);
  const beginning = createBeginning(db, timer, queue);
  const doubt = createDoubt(db, queue);

  function flush(): void {
    if (!doubt.isSettled() || !beginning.begin()) return;
    const batch = queue.waiting.splice(0, largestBatch);
    const done: Told[] = [];
    let isCommitting = false;
    try {
      // One alone has nobody to spare.
      for (const item of batch) done.push(batch.length === 1 ? runBare(item) : runOne(item));
      isCommitting = true;
      db.exec('COMMIT');
    } catch (error) {
      rollBack(db);
      if (isCommitting && isLost(error)) doubt.over(batch, done);
      else queue.failed(batch, error);
      if (mayRepeat(error)) queue.later();
      else queue.soon();
      return;
    }
    done.forEach((tell) => tell());
    queue.soon();
  }

  function runOne(item: Waiting): Told {
    db.exec('SAVEPOINT piece');
    try {
      const done = runBare(item);
      db.exec('RELEASE piece');
      return done;
    } catch (error) {
      // With the connection all of the batch is lost.
      if (isLost(error)) throw error;
      db.exec('ROLLBACK TO piece');
      db.exec('RELEASE piece');
      return () => {
        queue.failed([item], error);
        queue.soon();
      };
    }
  }

  const enter = <R>(work: Work<R>, hurry: () => void): Promise<R> =>
    new Promise<R>((resolve, reject) => {
      queue.waiting.push({ work, resolve: resolve as (result: unknown) => void, reject, tries: 0 });
      hurry();
    });

  return {
    run: (work) => enter(work, queue.soon),
    runAlong: (work) => enter(work, () => void timer.after(companyWithin, queue.soon)),
    isBlocked: beginning.isRefused,
  };
}

function runBare(item: Waiting): Told {
  item.tries += 1;
  const result = item.work();
  return () => item.resolve(result);
}

/** A connection that is lost has nothing to roll back. */
function rollBack(db: Connection): void {
  try {
    if (db.inTransaction) db.exec('ROLLBACK');
  } catch (error) {
    if (!isLost(error)) throw error;
  }
}
