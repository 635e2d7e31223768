/** In the group, on the board for party affairs, or read out at a meeting (annex 1, 二). */
export type PostedHow = 'group' | 'board' | 'meeting';

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
  /** On the board or at a meeting it is public only once that was recorded (`Posting`). */
  readonly how: PostedHow;
}

/** When and where a notice was put up or read out; its days are counted from then. Append-only. */
export interface Posting {
  readonly notice: number;
  readonly how: PostedHow;
  readonly on: string;
  readonly place: string;
  readonly by: number;
  readonly at: string;
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

/** An outage kept the secretary from seeing a publication before its day: it waits until then. */
export interface Postponement {
  readonly year: number;
  readonly period: number;
  readonly publishAt: string;
}
