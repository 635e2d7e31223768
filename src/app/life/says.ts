export interface LifeSays {
  /** Replaced by the subject's own codes. */
  pending: Record<string, never>;
}
