/**
 * What the bot offered to somebody who spoke in ordinary words, until their next message. One row for each person: a
 * newer offer takes its place, and an offer that was answered leaves no lines behind.
 */
export interface Offer {
  readonly person: number;
  readonly at: string;
  /** Complete command lines; several are only there to be copied. Empty: nothing waits. */
  readonly lines: readonly string[];
  /** Fingerprint of person, line and what the line was read to mean; null where a plain 是 does nothing. */
  readonly mark: string | null;
  /** Fingerprint that a button carries; null where there is none. */
  readonly pressed: string | null;
  /** Where the person said it, and where they were answered. */
  readonly places: readonly ('group' | 'private')[];
}
