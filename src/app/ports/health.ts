import type { LetterState } from './store.js';

/** What the clock does in a branch, by kind: the word before the `/` in a job's name. */
export type JobKind =
  | 'remind-day'
  | 'remind-hours'
  | 'digest'
  | 'hold-reminder'
  | 'preview'
  | 'publication'
  | 'dues-reminder'
  | 'dues-missing'
  | 'dues-draft'
  | 'dues-ladder'
  | 'absence-ladder'
  | 'progress'
  | 'frequency'
  | 'half-year'
  | 'year-start'
  | 'report-due'
  | 'notice-end'
  | 'objection-reminder'
  | 'care-visits';

export interface JobRun {
  readonly kind: JobKind;
  readonly due: string;
}

/** How the bot is, as far as one branch may know. Instants are civil times of Asia/Shanghai. */
export interface Health {
  readonly startedAt: string;
  readonly version: string;
  /** When the latest copy of the database was made that is still there. */
  readonly lastBackup: string | null;
  /** Letters that want attention, by state. */
  readonly letters: { readonly [S in LetterState]?: number };
  /** Newest first. */
  readonly lastRuns: readonly JobRun[];
  /** Soonest first. */
  readonly nextJobs: readonly JobRun[];
}
