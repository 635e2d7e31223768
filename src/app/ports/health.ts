import type { LetterState } from './store.js';

/** What the clock does in a branch, by kind: the word before the `/` in a job's name. */
export type JobKind = 'remind-day' | 'remind-hours' | 'digest' | 'hold-reminder' | 'preview' | 'publication';

export interface JobRun {
  readonly kind: JobKind;
  readonly due: string;
}

/** How the bot is, as far as one branch may know. Instants are civil times of Asia/Shanghai. */
export interface Health {
  readonly startedAt: string;
  readonly version: string;
  /** Letters that want attention, by state. */
  readonly letters: { readonly [S in LetterState]?: number };
  /** Newest first. */
  readonly lastRuns: readonly JobRun[];
  /** Soonest first. */
  readonly nextJobs: readonly JobRun[];
}
