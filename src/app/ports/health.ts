import type { CopyElsewhere } from './store/backups.js';
import type { Chat, ConnectionState } from './channel.js';
import type { LetterState } from './store/store.js';

/** What the clock does in a branch, by kind: the word before the `/` in the name of a run. */
export const pushKinds = [
  'remind-day',
  'remind-hours',
  'digest',
  'objection-reminder',
  'witness-reminder',
  'import-told',
  'preview',
  'publication',
  'hold-reminder',
  'posting-reminder',
  'dues-reminder',
  'dues-missing',
  'dues-draft',
  'dues-ladder',
  'dues-review',
  'frequency',
  'progress',
  'half-year',
  'report-due',
  'absence-ladder',
  'export-reminder',
  'care-visits',
  'year-start',
  'year-open',
  'close-reminder',
  'probation',
  'election',
  'notice-end',
  'disposal-term',
  'transfer-receipt',
] as const;

export type PushKind = (typeof pushKinds)[number];

export interface PushRun {
  readonly kind: PushKind;
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
  /** False: the branch's rows were changed by another hand, and it is only read. */
  readonly isSound: boolean;
  /** When the latest copy of the database was made that is still there. */
  readonly lastBackup: string | null;
  readonly copyElsewhere: CopyElsewhere | null;
  /** Letters that want attention, by state. */
  readonly letters: { readonly [S in LetterState]?: number };
  /** The last run of each kind that has run, newest first. */
  readonly lastRuns: readonly PushRun[];
  /** The next run of each kind that is to come, soonest first. */
  readonly nextRuns: readonly PushRun[];
}

/** How the bot as a whole is doing, for the operator of the machine: nothing about people. */
export interface BotHealth {
  readonly startedAt: string;
  readonly version: string;
  readonly connections: readonly ConnectionHealth[];
  readonly now: string;
  /** Letters of all branches that are not sent, by state. */
  readonly letters: { readonly [S in LetterState]?: number };
  readonly lettersByAge: readonly LettersByAge[];
  /** Since when the clock has had work that is not done. */
  readonly overdueSince: string | null;
  readonly lastBackup: string | null;
}

/** Letters on their way or in doubt. */
export interface LettersByAge {
  readonly state: LetterState;
  readonly chat: Chat['kind'];
  /** When the first of them was written. */
  readonly oldest: string;
}
