/** Randomness, handed in. */
export interface Ids {
  /** Six digits, for binding an officer's account once. */
  claimCode(): string;
  /** Short reference that a person can read to the operator after a failure. */
  reference(): string;
}
