/** What the card of a veto says beside its reason. */
import type { RegisterGap } from '../../domain/veto/register.js';

/** Beside the reason of a veto: what the register does not bear out, and earlier votes on the same ground that failed. */
export interface VetoNotes {
  readonly gap: RegisterGap | null;
  readonly votedDown: readonly { readonly number: number; readonly on: string }[];
}

/** The run of months for which a ladder drafted a veto, `YYYY-MM`. */
export interface DraftedRun {
  readonly since: string;
  readonly last: string;
  /** Where they need not be in a row. */
  readonly months?: readonly string[];
  /** Of unpaid dues: those of its months that have been paid since. */
  readonly paid?: readonly string[];
  /** Of organisational life: those in which something was attended after all, as the register was put right. */
  readonly attended?: readonly string[];
  /** The register was put right, and it ended; by which matter, if one was ruled. */
  readonly broken?: { readonly matter: number | null; readonly refused: boolean };
}
