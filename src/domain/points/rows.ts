export type Side = 'bonus' | 'deduction';

/** One line of the append-only ledger. `hash` is filled in by the store when it posts the entry. */
export interface LedgerEntry {
  readonly seq: number;
  readonly member: number;
  readonly year: number;
  readonly deedOn: string;
  readonly item: number;
  readonly grade: string | null;
  readonly times: number;
  readonly side: Side;
  /** Signed: a deduction is negative, its reversal positive on the same side. */
  readonly points: number;
  /** The matter whose ruling posted this entry. */
  readonly matter: number;
  readonly ruler: number;
  readonly ruledAt: string;
  readonly rulebook: string;
  /** Sequence number of the entry this one reverses; unique in the branch. */
  readonly reverses: number | null;
  /** Ids of evidence: `file:3`, `document:1`, `register:1`, `witness:4`. */
  readonly evidence: readonly string[];
  readonly previousHash: string;
  readonly hash: string;
}
