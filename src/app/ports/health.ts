import type { ConnectionState } from './channel.js';
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
  | 'care-visits'
  | 'export-reminder';

export interface JobRun {
  readonly kind: JobKind;
  readonly due: string;
}

/** One connection of the bot. `since` is when it came into this state. */
export interface ConnectionHealth {
  readonly channel: string;
  /** For people. */
  readonly title: string;
  readonly state: ConnectionState;
  readonly since: string;
  /** Another process delivers on it. */
  readonly standby: boolean;
}

/** How the bot is, as far as one branch may know. Instants are civil times of Asia/Shanghai. */
export interface Health {
  readonly startedAt: string;
  readonly version: string;
  readonly connections: readonly ConnectionHealth[];
  /** When the latest copy of the database was made that is still there. */
  readonly lastBackup: string | null;
  /** Letters that want attention, by state. */
  readonly letters: { readonly [S in LetterState]?: number };
  /** Newest first. */
  readonly lastRuns: readonly JobRun[];
  /** Soonest first. */
  readonly nextJobs: readonly JobRun[];
}

/** How the bot is as a whole, for whoever runs the machine: nothing about people. */
export interface BotHealth {
  readonly startedAt: string;
  readonly version: string;
  readonly connections: readonly ConnectionHealth[];
  /** Letters of all branches that are not sent, by state. */
  readonly letters: { readonly [S in LetterState]?: number };
}
