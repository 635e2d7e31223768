import type { Ballot } from '../../../domain/appraisal/ballots.js';
import type { Appraisal } from '../../../domain/appraisal/rows.js';

/** A fresh pair. The private half goes to `BallotStep` and from there into a file beside the database; nowhere else. */
export interface BallotKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export type OpenedBallots =
  /** `spoiled`: ballots that the key does not open. */
  | { readonly kind: 'opened'; readonly ballots: readonly Ballot[]; readonly spoiled: number }
  /** The file with the private half is gone, or is not the one of this ballot. */
  | { readonly kind: 'keyLost'; readonly file: string };

/** The ballot box of one branch. Randomness, encryption and the key file come in through it, so that use cases stay pure. */
export interface Ballots {
  keys(): BallotKeys;
  /** Always the same number of bytes; only the private half opens it. */
  seal(appraisal: Appraisal, ballot: Ballot): Uint8Array;
  open(appraisal: Appraisal): OpenedBallots;
  /** Whether the private half is there: what is sealed without it can never be counted. */
  hasKey(appraisal: Appraisal): boolean;
}

/** What a message does to the ballot box, in the transaction of its rows. */
export type BallotStep =
  | { readonly step: 'begin'; readonly year: number; readonly privateKey: string }
  | { readonly step: 'cast'; readonly sealed: Uint8Array }
  /** Every ballot of the branch is deleted; after COMMIT nothing of them is left in the file, and the key is destroyed. */
  | { readonly step: 'end'; readonly year: number };
