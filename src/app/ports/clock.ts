/** Time that passes, for waiting; what day it is says `Clock`. */
export interface Timer {
  /** Milliseconds that only grow; what they are counted from means nothing. */
  now(): number;
  /** Runs `work` once, so many milliseconds from now; the returned function calls it off. */
  after(milliseconds: number, work: () => void): () => void;
}

/**
 * The wall clock of Asia/Shanghai as `YYYY-MM-DDTHH:MM:SS`. China has had no summer time since 1991,
 * so these strings sort as the instants do.
 */
export interface Clock {
  now(): string;
}
