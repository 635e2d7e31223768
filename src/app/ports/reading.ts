import type { Heads } from './store/backups.js';

/** What is wrong with a ledger; `seq` is the place of the entry in its branch. */
export type LedgerFault =
  /** The content of an entry is not what was signed, or it does not follow the one before. */
  | { readonly fault: 'changed'; readonly seq: number }
  /** An entry is missing at this place. */
  | { readonly fault: 'gap'; readonly seq: number }
  /** The branch's own count and head, or those of a notice or of a person who wrote them down, are not found. */
  | { readonly fault: 'cutOff'; readonly by: 'branch' | 'notice' | KnownHead['by']; readonly count: number }
  | { readonly fault: 'noRuling'; readonly seq: number }
  | { readonly fault: 'noEvidence'; readonly seq: number; readonly evidence: string }
  | { readonly fault: 'reversal'; readonly seq: number };

export interface Verification {
  readonly branch: string;
  readonly name: string;
  /** Entries found, and the sum of their points. */
  readonly count: number;
  readonly sum: number;
  readonly head: string;
  /** Notices whose recorded count and head were compared. */
  readonly notices: number;
  readonly faults: readonly LedgerFault[];
}

/** Count and head as written down outside the database: a publication, a backup. */
export interface KnownHead {
  readonly count: number | null;
  readonly head: string | null;
  /** A person who read it on a publication, or the file beside the backups. */
  readonly by: 'given' | 'backup';
}

/** Typed reads in a thread of their own: they never hold up a message, and never write. */
export interface Reading {
  branches(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Recomputes the chain of a branch. `onProgress` gets the entries read so far, now and then. */
  verifyLedger(
    branch: string,
    known: readonly KnownHead[],
    onProgress: (read: number) => void,
  ): Promise<Verification>;
  /** Copies the whole database as it is now to this path, and looks the copy through. */
  copyTo(part: string): Promise<Heads>;
  close(): Promise<void>;
}
