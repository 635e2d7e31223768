/** Time that passes, for waiting; what day it is says `Clock`. */
export interface Timer {
  /** Milliseconds that only grow; what they are counted from means nothing. */
  now(): number;
  /** Runs `work` once, so many milliseconds from now; the returned function calls it off. */
  after(milliseconds: number, work: () => void): () => void;
}
