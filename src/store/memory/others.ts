import type { Connection } from '../connection.js';

/** Whether other processes write to the file. */
export interface Others {
  /** Stays the same while nobody else has written. The file is asked once in a turn of the event loop. */
  look(): number;
  /** What the last look found. */
  last(): number;
}

export function createOthers(db: Connection): Others {
  let [seen, version, isFresh] = [0, undefined as number | undefined, false];
  return {
    last: () => seen,
    look() {
      if (isFresh) return seen;
      const now = db.dataVersion?.();
      // A database that cannot tell is asked about each thing itself.
      if (now === undefined || now !== version) seen += 1;
      version = now;
      isFresh = now !== undefined;
      if (isFresh) setImmediate(() => (isFresh = false));
      return seen;
    },
  };
}

/** What the file says, kept until another process writes or we forget it because we do. */
export interface Kept<V> {
  of(key: string, read: () => V | undefined): V | undefined;
  forget(): void;
}

export function keptWhile<V>(others: Others): Kept<V> {
  const known = new Map<string, V>();
  let since = -1;
  return {
    forget: () => known.clear(),
    of(key, read) {
      const now = others.look();
      if (now !== since) known.clear();
      since = now;
      const value = known.get(key) ?? read();
      if (value !== undefined) known.set(key, value);
      return value;
    },
  };
}
