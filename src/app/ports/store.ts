import type { Ballots, BallotStep } from './ballots.js';
import type { Chat, ChannelFile } from './channel.js';
import type { Change } from '../../domain/branch/rows.js';
import type { Facts } from '../../domain/branch/facts.js';

/** Facts of a branch together with the version they were read at. */
export interface Snapshot {
  readonly version: number;
  readonly facts: Facts;
}

/** One thing the bot will say, written in the same transaction as what it tells. */
export interface Letter {
  readonly channel: string;
  /** Null when the person has no account: kept, shown in `/状态`, never sent. */
  readonly chat: Chat | null;
  readonly person: number | null;
  readonly text: string;
  readonly files: readonly ChannelFile[];
  /** After this instant it is no longer worth sending. */
  readonly expiresAt: string | null;
}

export type LetterState = 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'unreachable' | 'expired';

/** A letter as it stands in the outbox. */
export interface StoredLetter extends Letter {
  readonly branch: string;
  readonly id: number;
  readonly attempts: number;
}

/** Codes and ids only: no names, no reasons. */
export interface AuditRow {
  readonly actor: number | null;
  readonly useCase: string;
  readonly ids: readonly number[];
}

/** One act of a person, as the audit has it. */
export interface Act {
  readonly at: string;
  readonly actor: number;
  readonly useCase: string;
  readonly ids: readonly number[];
}

/** The de-duplication key of a message; jobs come from the channel `clock`. */
export interface MessageKey {
  readonly channel: string;
  readonly messageId: string;
}

/** Everything that one message changes: all of it becomes durable, or nothing. */
export interface Unit {
  readonly branch: string;
  /** The version the decision was made on. */
  readonly version: number;
  readonly message: MessageKey;
  /** Messages that were only answered: their ids ride along (SPEC §6). */
  readonly riders: readonly MessageKey[];
  readonly at: string;
  readonly changes: readonly Change[];
  readonly contents: readonly { readonly id: number; readonly bytes: Uint8Array }[];
  readonly letters: readonly Letter[];
  readonly ballots?: BallotStep;
  readonly audit: AuditRow | null;
  /** When the clock has work in this branch next; null: never. */
  readonly nextDue: string | null;
}

export type Committed =
  | { readonly kind: 'committed'; readonly letters: readonly StoredLetter[]; readonly facts: Facts }
  /** Somebody else wrote first: read again and decide again. */
  | { readonly kind: 'stale' }
  /** The message was handled before. */
  | { readonly kind: 'duplicate' };

export interface BranchRow {
  readonly id: string;
  readonly name: string;
  readonly nextDue: string | null;
}

/** The door to the database for the path of a message. Every promise resolves after COMMIT. */
export interface Store {
  branches(): readonly BranchRow[];
  /** Makes a branch; does nothing when one of this name exists. Returns its id. */
  createBranch(name: string, at: string): Promise<string>;
  bindGroup(branch: string, channel: string, chat: string): Promise<void>;
  branchOfGroup(channel: string, chat: string): string | undefined;
  groupOf(branch: string, channel: string): string | undefined;
  branchesOfAccount(channel: string, account: string): readonly string[];
  /** Branches whose clock has work up to this instant. */
  branchesDue(at: string): readonly string[];
  snapshot(branch: string): Snapshot;
  handled(branch: string, message: MessageKey): boolean;
  /** How many messages were ever handled, in all branches. */
  countHandled(): number;
  commit(unit: Unit): Promise<Committed>;
  fileContent(branch: string, id: number): Uint8Array | undefined;
  readonly outbox: Outbox;
  /** The ballot box of a branch. */
  ballots(branch: string): Ballots;
  /** Ends what a crash or a busy file left of a closed ballot; true when nothing is left over. */
  tidyBallots(): boolean;
  /** Runs of the clock, newest first: message ids of the channel `clock`. */
  lastRuns(branch: string, limit: number): readonly { readonly messageId: string; readonly at: string }[];
  /** What people did in a branch, newest first; the clock is left out. */
  recentActs(branch: string, limit: number): readonly Act[];
  close(): void;
}

export interface Outbox {
  /** Letters left over by an earlier process, in order; those found `sending` come as `uncertain` unless `again`. */
  recover(again: boolean): Promise<readonly StoredLetter[]>;
  /** @param hurry false: nothing depends on it soon, so that it may share the commit of the next message. */
  mark(letters: readonly StoredLetter[], state: LetterState, at: string, hurry?: boolean): Promise<void>;
  /** How many letters of the branch are in each state that wants attention. */
  troubles(branch: string): { readonly [S in LetterState]?: number };
}
