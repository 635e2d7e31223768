export interface ActionSays {
  /** Replaced by the subject's own codes. */
  pending: Record<string, never>;
}
