/** A publication, as it was posted. Append-only. */
export interface Notice {
  readonly number: number;
  /** `yearly`: the public notice of a year's assessment, whole or of one member; its `period` is 0. */
  readonly kind: 'periodic' | 'yearly';
  readonly year: number;
  readonly period: number;
  readonly postedAt: string;
  /** Null when the clock posted it. */
  readonly postedBy: number | null;
  readonly text: string;
  readonly hash: string;
  readonly entryCount: number;
  readonly head: string;
}

/** A publication that an officer holds back. */
export interface Hold {
  readonly year: number;
  readonly period: number;
  readonly heldAt: string;
  readonly heldBy: number;
  readonly reason: string;
  readonly releasedAt: string | null;
}
